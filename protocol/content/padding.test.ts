import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { inspectPadding, pad, unpad } from "./padding.js";

const badPadding = expect.objectContaining({ code: "bad-padding" });

test("every length from 1 to 16 comes off again", () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.integer({ min: 1, max: 16 }), (bytes, n) => {
      const padded = pad(bytes, n);
      expect(padded.length).toBe(bytes.length + n);
      expect(inspectPadding(padded)).toEqual({ length: n, uniform: true });
      expect(unpad(padded)).toEqual(bytes);
    }),
  );
});

describe("refused", () => {
  test.each([0, 17, 1.5, -1])("a length of %d", (n) => {
    expect(() => pad(new Uint8Array(3), n)).toThrow(badPadding);
  });

  test.each([
    [[]],
    [[0]],
    [[1, 2]],
    [[2, 3, 3]],
    [[5]],
    [Array.from({ length: 17 }, () => 17)],
    [Array.from({ length: 255 }, () => 255)],
  ])("%j", (bytes) => {
    expect(() => unpad(Uint8Array.from(bytes))).toThrow(badPadding);
  });
});

test("inspection tells a wrong length from unequal bytes", () => {
  expect(inspectPadding(new Uint8Array())).toEqual({ length: 0, uniform: false });
  expect(inspectPadding(new Uint8Array(17).fill(17))).toEqual({ length: 17, uniform: true });
  expect(inspectPadding(Uint8Array.of(9, 2, 3))).toEqual({ length: 3, uniform: false });
});
