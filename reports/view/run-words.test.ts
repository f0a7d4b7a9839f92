import { expect, test } from "@jest/globals";
import type { CheckResult } from "../../harness/model/result.js";
import { sampleResult } from "../testing/sample-run.js";
import { timeSpent } from "./run-words.js";

const [any] = sampleResult.checks as readonly [CheckResult, ...CheckResult[]];

test("a scenario counts once, however many checks judge it, and the slowest come first", () => {
  const spent = [
    ["a", 5],
    ["b", 900],
    ["a", 7],
    ["c", 40],
    ["d", 1],
    ["never-driven", 0],
  ] as const;
  expect(timeSpent(spent.map(([scenario, durationMs]) => ({ ...any, scenario, durationMs })))).toEqual({
    scenarios: 4,
    slowest: [
      { scenario: "b", ms: 900 },
      { scenario: "c", ms: 40 },
      { scenario: "a", ms: 7 },
    ],
  });
});
