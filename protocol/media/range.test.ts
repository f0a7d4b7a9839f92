import { describe, expect, test } from "@jest/globals";
import { contentRange, parseRange } from "./range.js";

describe("ranges of a body of 10 000 bytes (RFC 9110, section 14.1.2)", () => {
  test.each<[string | undefined, ReturnType<typeof parseRange>]>([
    ["bytes=0-499", { from: 0, to: 499 }],
    ["bytes=500-999", { from: 500, to: 999 }],
    ["bytes=-500", { from: 9500, to: 9999 }],
    ["bytes=9500-", { from: 9500, to: 9999 }],
    ["bytes=9999-20000", { from: 9999, to: 9999 }],
    ["bytes=-20000", { from: 0, to: 9999 }],
    ["bytes=10000-", "unsatisfiable"],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=5-4", undefined],
    ["bytes=-", undefined],
    ["bytes=0-1,5-6", undefined],
    ["lines=0-1", undefined],
    [undefined, undefined],
  ])("%s", (header, wanted) => {
    expect(parseRange(header, 10_000)).toEqual(wanted);
  });
});

test("Content-Range", () => {
  expect(contentRange({ from: 1, to: 2 }, 5)).toBe("bytes 1-2/5");
  expect(contentRange("unsatisfiable", 5)).toBe("bytes */5");
});
