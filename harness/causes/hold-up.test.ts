import { describe, expect, test } from "@jest/globals";
import type { CheckResult, Verdict } from "../model/result.js";
import type { TraceEntry } from "../model/trace.js";
import { failWhatHoldsUp } from "./hold-up.js";

/** What the decision rests on; results and entries have more members. */
function result(verdict: Verdict, entry: number, level = "MUST"): CheckResult {
  return { verdict, level, cause: { code: "wrong-audience", message: "m", entry } } as unknown as CheckResult;
}

function enlistment(seq: number, outcome: object): TraceEntry {
  return { kind: "enlistment", seq, outcome } as unknown as TraceEntry;
}

const refused = enlistment(5, { reason: "bad_token" });
const accepted = enlistment(9, { login: "1" });

function verdicts(checks: readonly CheckResult[], entries: readonly TraceEntry[]): readonly Verdict[] {
  return failWhatHoldsUp(checks, entries).map(({ verdict }) => verdict);
}

describe("what holds up others", () => {
  test("fails the first rule that it breaks", () => {
    expect(verdicts([result("warn", 5), result("warn", 5), result("could-not-run", 5)], [])).toEqual([
      "fail",
      "warn",
      "could-not-run",
    ]);
  });

  test("fails it although nothing else was selected, where no user can enlist", () => {
    expect(verdicts([result("warn", 5)], [refused])).toEqual(["fail"]);
  });

  test.each([
    ["another enlistment was accepted", [refused, accepted], result("warn", 5)],
    ["the warning is about something else", [refused], result("warn", 7)],
    ["the rule is a SHOULD", [refused], result("warn", 5, "SHOULD")],
    ["nobody has tried", [], result("warn", 5)],
  ])("leaves the warning where %s", (_why, entries, check) => {
    expect(verdicts([check], entries)).toEqual(["warn"]);
  });

  test("changes nothing where the defect fails another rule already", () => {
    expect(verdicts([result("fail", 5), result("warn", 5)], [refused])).toEqual(["fail", "warn"]);
  });
});
