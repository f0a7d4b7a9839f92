import { describe, expect, it } from "@jest/globals";
import type { CheckResult, RunResult } from "../../harness/model/result.js";
import { sampleResult } from "../testing/sample-run.js";
import { diffRuns } from "./compare.js";
import { renderDiff } from "./render.js";

function change(id: string, more: Partial<CheckResult>): RunResult {
  return {
    ...sampleResult,
    checks: sampleResult.checks.map((check) => (check.id === id ? { ...check, ...more } : check)),
  };
}

describe("diffRuns", () => {
  it("finds nothing between a run and itself", () => {
    expect(diffRuns(sampleResult, sampleResult)).toEqual({
      runs: [],
      changes: [],
      unchanged: sampleResult.checks.length,
    });
  });

  it("ignores frame numbers, and sees another reason", () => {
    const [finding] = sampleResult.checks[1]?.findings ?? [];
    if (finding === undefined) throw new Error("The sample has no finding");
    const moved = change("m2-channel/keep-alive", { findings: [{ ...finding, at: "frame 99" }] });
    expect(diffRuns(sampleResult, moved).changes).toEqual([]);
    const other = change("m2-channel/keep-alive", { findings: [{ ...finding, actual: "never" }] });
    expect(diffRuns(sampleResult, other).changes).toMatchObject([{ direction: "differently" }]);
  });

  it("tells worse from better, and why", () => {
    const worse = change("m1-identity/key-form", { verdict: "fail", version: 2 });
    expect(diffRuns(sampleResult, worse).changes).toMatchObject([
      { id: "m1-identity/key-form", direction: "worse", why: ["judged by version 1, now by 2"] },
    ]);
    expect(diffRuns(worse, sampleResult).changes).toMatchObject([{ direction: "better" }]);
    const plain = diffRuns(sampleResult, change("m1-identity/key-form", { verdict: "fail" }));
    expect(plain.changes[0]?.why[0]).toContain("unstable");
  });

  it("names checks of one run only, and what the runs differ in", () => {
    const run = {
      ...sampleResult.run,
      harness: "9.9.9",
      provider: { name: "other", version: "2", capabilities: ["push"] },
    };
    const later: RunResult = { ...sampleResult, run, checks: sampleResult.checks.slice(1) };
    const diff = diffRuns(sampleResult, later);
    expect(diff.changes).toMatchObject([{ id: "m1-identity/key-form", direction: "gone" }]);
    expect(diffRuns(later, sampleResult).changes).toMatchObject([{ direction: "new" }]);
    expect(diff.runs.join("; ")).toContain("harness 0.1.0, now 9.9.9");
    expect(renderDiff(diff, { colour: false, width: 100 })).not.toContain("\u001b");
  });
});
