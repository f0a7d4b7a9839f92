import { expect, test } from "@jest/globals";
import { either, integer, list, named, object, oneOf, optional, record, text } from "../../schema/shape.js";
import { inWords, membersOf } from "./members.js";

test("a schema is told member by member, whatever is in what", () => {
  const { schema } = object({
    to: text({ maxLength: 20, description: "Whom" }),
    often: optional(either(integer({ minimum: 1, default: 3 }), oneOf(["always"]))),
    stanzas: list(object({ tag: text(), attrs: record(text()), children: list(named("Stanza")) })),
  });
  expect(membersOf(schema).map(({ name, what, optional: mayBeAbsent }) => [name, what, mayBeAbsent])).toEqual([
    ["to", "text, at most 20 characters", false],
    ["often", 'whole number, at least 1, 3 unless told or "always"', true],
    ["stanzas", "list of object", false],
    ["stanzas[].tag", "text", false],
    ["stanzas[].attrs", "object of text by any names", false],
    ["stanzas[].children", "list of Stanza", false],
  ]);
  expect(membersOf(schema)[0]?.description).toBe("Whom");
});

test("many words are counted", () => {
  expect(inWords(oneOf(Array.from({ length: 30 }, (_, index) => `w${index}`)).schema)).toBe("one of 30 words");
  expect(inWords({})).toBe("any JSON");
});
