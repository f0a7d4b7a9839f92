import { expect, test } from "@jest/globals";
import { mergedFindings, placesText } from "./groups.js";

const finding = (at: string, actual = "33"): Parameters<typeof mergedFindings>[0][number] => ({
  what: "key in bytes",
  expected: "32",
  actual,
  at,
});

test("what is found alike at several places is one finding", () => {
  const same = { what: "key in bytes", expected: "32" };
  expect(
    mergedFindings([finding("frame 3"), finding("frame 7", "0"), finding("frame 9"), finding("frame 9"), finding("")]),
  ).toEqual([
    { ...same, actual: "33", at: ["frame 3", "frame 9"] },
    { ...same, actual: "0", at: ["frame 7"] },
  ]);
});

test.each([
  [[], ""],
  [["frame 3"], "frame 3"],
  [["frame 3", "frame 7"], "frames 3 and 7"],
  [["frame 3", "scenario x"], "frame 3 and scenario x"],
  [[1, 2, 3, 4, 5, 6, 7, 8].map((seq) => `frame ${seq}`), "frames 1, 2, 3, 4, 5, 6 and 2 more"],
])("places %j are said as %j", (at, text) => {
  expect(placesText(at)).toBe(text);
});
