import { describe, expect, it } from "@jest/globals";
import type { CheckResult, RunResult } from "../../harness/model/result.js";
import { summarise } from "../../harness/runner/summary.js";
import { sampleResult } from "../../reports/testing/sample-run.js";
import { compareWithBaseline } from "./compare.js";
import type { BaselineEntry } from "./read.js";

const finding = { what: "ping interval", expected: "at most 30000", actual: "40000", at: "" };

function run(verdicts: Readonly<Record<string, CheckResult["verdict"]>>, cause: RunResult["cause"] = null): RunResult {
  const [base] = sampleResult.checks;
  if (base === undefined) throw new Error("The sample is empty");
  const checks = Object.entries(verdicts).map(
    ([id, verdict]): CheckResult => ({ ...base, id, verdict, findings: verdict === "fail" ? [finding] : [] }),
  );
  return { ...sampleResult, checks, cause, summary: summarise(checks, cause) };
}

function judge(result: RunResult, ...expected: readonly BaselineEntry[]): readonly [number, ...string[]] {
  const { exitCode, rows } = compareWithBaseline(result, { baseline: 1, expected }, "2026-06-15");
  return [exitCode, ...rows.map(({ standing }) => standing)];
}

const known: BaselineEntry = { check: "m2/a", reason: "ticket 1", expires: "2026-06-15" };

describe("a baseline", () => {
  it("forgives what it knows, up to its last day and in the way it says", () => {
    expect(judge(run({ "m2/a": "fail", "m2/b": "pass" }), known)).toEqual([0, "known"]);
    expect(judge(run({ "m2/a": "could-not-run" }), known)).toEqual([0, "known"]);
    expect(judge(run({ "m2/a": "fail" }), { ...known, text: "at most 30000" })).toEqual([0, "known"]);
  });

  it("does not forgive anything else", () => {
    expect(judge(run({ "m2/a": "fail", "m2/b": "fail" }), known)).toEqual([1, "known"]);
    expect(judge(run({ "m2/a": "fail", "m2/b": "could-not-run" }), known)).toEqual([3, "known"]);
    expect(judge(run({ "m2/a": "fail" }), { ...known, text: "at least" })).toEqual([1, "different"]);
  });

  it("is strict about entries that are out of date", () => {
    expect(judge(run({ "m2/a": "pass" }), known)).toEqual([6, "stale"]);
    expect(judge(run({ "m2/a": "warn" }), known)).toEqual([6, "stale"]);
    expect(judge(run({ "m2/a": "fail" }), { ...known, expires: "2026-06-14" })).toEqual([6, "expired"]);
    expect(judge(run({ "m2/b": "pass" }), known)).toEqual([0, "not-run"]);
  });

  it("never hides that the run could not be made", () => {
    const cause = { code: "driver-exited", message: "The driver ended" };
    expect(judge(run({ "m2/a": "could-not-run" }, cause), known)[0]).toBe(4);
    expect(judge(run({ "m2/a": "could-not-run" }, { ...cause, code: "interrupted" }), known)[0]).toBe(3);
    const fault = run({ "m2/a": "could-not-run" });
    const checks = fault.checks.map((check) => ({ ...check, cause: { code: "harness-fault", message: "" } }));
    expect(judge({ ...fault, checks }, known)[0]).toBe(5);
  });
});
