import { createHash } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { findCanaries } from "../reports/redact/canaries.js";
import { redact } from "../reports/redact/redact.js";
import { isLinear, takesAtMost } from "./support/growth.js";

// Decoders have a suite of their own: codecs/growth.deep.test.ts.

describe("the measure", () => {
  const largest = 2 ** 12;
  const zeros = (size: number): Uint8Array => new Uint8Array(size);
  const addsUp = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum + byte, 0);

  /** The fastest quadratic work that there is. In place, since the cost of new memory differs more than the work does. */
  const movesTheRest = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length; at += 8) bytes.copyWithin(0, 8);
  };

  test("tells quadratic work from linear work", () => {
    expect(isLinear(addsUp, zeros, largest)).toBe(true);
    expect(isLinear((bytes) => bytes.forEach((_, at) => addsUp(bytes.subarray(0, at))), zeros, largest)).toBe(false);
    expect(isLinear(movesTheRest, zeros, 2 ** 18)).toBe(false);
  });

  test("tells much work from little", () => {
    const [little, much] = [zeros(largest), zeros(largest * 16)];
    expect(
      takesAtMost(
        5,
        () => addsUp(much),
        () => addsUp(much),
      ),
    ).toBe(true);
    expect(
      takesAtMost(
        5,
        () => addsUp(much),
        () => addsUp(little),
      ),
    ).toBe(false);
  });
});

test.each(["a", "ey", "eyJ.", "-----BEGIN ", '"kty"\\"d'])(
  "redaction takes time in proportion to a text of %j",
  (piece) => {
    const text = (size: number): string => piece.repeat(Math.ceil(size / piece.length));
    expect(isLinear(redact, text, 2e6)).toBe(true);
  },
);

test("a search for canaries takes time in proportion to their number", () => {
  const canaries = Array.from({ length: 2000 }, (_, index) => ({
    name: "the canary",
    value: createHash("sha256").update(`${index}`).digest(),
  }));
  const output = new Map([["output", "abcdefghijklmnopqrstuvwxyz".repeat(2e5)]]);
  const some = (count: number) => canaries.slice(0, count);
  expect(isLinear((searched: typeof canaries) => void findCanaries(output, searched), some, 2000)).toBe(true);
});
