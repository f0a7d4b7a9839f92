import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { encodePush, parsePush, PushError } from "./push.js";

test("the published form, both ways", () => {
  expect(encodePush({ to: "ada@provider.example" })).toBe('{"to":"ada@provider.example"}');
  fc.assert(fc.property(fc.string({ minLength: 1 }), (to) => expect(parsePush(encodePush({ to }))).toEqual({ to })));
});

test.each(["", "null", "[]", "{}", '{"to":""}', '{"to":1}', '{"to":"a","from":"b"}'])("%j is no push", (body) => {
  expect(() => parsePush(body)).toThrow(expect.objectContaining({ code: "push-malformed" }));
});

test("anything else is refused with a code", () => {
  expect(() => parsePush(`{"to":"${"a".repeat(5000)}"}`)).toThrow(expect.objectContaining({ code: "push-too-large" }));
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
      try {
        parsePush(body);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(PushError);
      }
    }),
  );
});
