import { expect, test } from "@jest/globals";
import { Type } from "@sinclair/typebox";
import { list, named, object, oneOf, record } from "../../../schema/schema.js";
import { inWords, membersOf } from "./members.js";

test("a schema is told member by member, whatever is in what", () => {
  const schema = object({
    to: Type.String({ maxLength: 20, description: "Whom" }),
    often: Type.Optional(Type.Union([Type.Integer({ minimum: 1, default: 3 }), oneOf(["always"])])),
    stanzas: list(object({ tag: Type.String(), attrs: record(Type.String()), children: list(named("Stanza")) })),
  });
  expect(membersOf(schema).map(({ name, what, optional: mayBeAbsent }) => [name, what, mayBeAbsent])).toEqual([
    ["to", "text, at most 20 characters", false],
    ["often", 'whole number, at least 1, 3 by default or "always"', true],
    ["stanzas", "list of object", false],
    ["stanzas[].tag", "text", false],
    ["stanzas[].attrs", "object of text by any names", false],
    ["stanzas[].children", "list of Stanza", false],
  ]);
  expect(membersOf(schema)[0]?.description).toBe("Whom");
});

test("many words are counted", () => {
  expect(inWords(oneOf(Array.from({ length: 30 }, (_, index) => `w${index}`)))).toBe("one of 30 words");
  expect(inWords({})).toBe("any JSON");
});
