import { expect, test } from "@jest/globals";
import { nestsDeeper } from "./nesting.js";

test("lists and objects count as levels, values in them do not", () => {
  expect(nestsDeeper("text", 0)).toBe(false);
  expect(nestsDeeper([], 0)).toBe(true);
  expect(nestsDeeper({ a: [1, null] }, 2)).toBe(false);
  expect(nestsDeeper({ a: [1, {}] }, 2)).toBe(true);
});

test("depth beyond any stack is told", () => {
  const deep: unknown = JSON.parse("[".repeat(1_000_000) + "]".repeat(1_000_000));
  expect(nestsDeeper(deep, 64)).toBe(true);
});
