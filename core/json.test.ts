import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { excerpt, nestsDeeper } from "./json.js";

test.each<[unknown, string | undefined]>([
  ["text", '"text"'],
  [12, "12"],
  [null, "null"],
  [undefined, undefined],
  [["a", { b: [1] }], '["a",{"b":[1]}]'],
  [[[[["deep"]]]], '[[["…"]]]'],
  ["x".repeat(100), `"${"x".repeat(39)}`],
])("%j", (value, wanted) => {
  expect(excerpt(value)).toBe(wanted);
});

test("any depth and any length", () => {
  const deep: unknown = JSON.parse("[".repeat(100_000) + "]".repeat(100_000));
  expect(excerpt(deep)).toBe('[[["…"]]]');
  fc.assert(fc.property(fc.jsonValue(), (value) => (excerpt(value, 20) ?? "").length <= 20));
});

test("lists and objects count as levels, values in them do not", () => {
  expect(nestsDeeper("text", 0)).toBe(false);
  expect(nestsDeeper([], 0)).toBe(true);
  expect(nestsDeeper({ a: [1, null] }, 2)).toBe(false);
  expect(nestsDeeper({ a: [1, {}] }, 2)).toBe(true);
});

test("depth beyond any stack is seen", () => {
  const deep: unknown = JSON.parse("[".repeat(1_000_000) + "]".repeat(1_000_000));
  expect(nestsDeeper(deep, 64)).toBe(true);
});
