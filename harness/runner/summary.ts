import { failWhatHoldsUp } from "../causes/hold-up.js";
import type { Profile } from "../../profiles/profile.js";
import type { Requirement } from "../model/requirement.js";
import type { CheckResult, Outcome, RunInfo, RunResult, Summary, Verdict } from "../model/result.js";
import type { Cause, TraceEntry } from "../model/trace.js";
import { harnessFault } from "./judge.js";
import { statementFor } from "./statement.js";

export interface FinishedRun {
  readonly run: RunInfo;
  /** What stopped the run as a whole. */
  readonly cause: Cause | null;
  readonly checks: readonly CheckResult[];
  readonly profile: Profile;
  readonly requirements: readonly Requirement[];
  readonly entries: readonly TraceEntry[];
}

export function runResult({ run, cause, checks: judged, profile, requirements, entries }: FinishedRun): RunResult {
  const checks = failWhatHoldsUp(judged, entries);
  const statement = statementFor({ profile, requirements, results: checks });
  return {
    schema: "interop-conformance/report@1",
    run,
    summary: summarise(checks, cause),
    cause,
    checks,
    ...(statement !== undefined && { statement }),
  };
}

export function summarise(checks: readonly CheckResult[], cause: Cause | null): Summary {
  const count = (verdict: Verdict): number => checks.filter((check) => check.verdict === verdict).length;
  return {
    outcome: outcomeOf(checks, cause),
    pass: count("pass"),
    fail: count("fail"),
    warn: count("warn"),
    notApplicable: count("not-applicable"),
    couldNotRun: count("could-not-run"),
    unstable: count("unstable"),
    review: count("review"),
  };
}

/** A provider that is right only sometimes has not shown that it conforms, nor that it fails. */
const undecided: ReadonlySet<Verdict> = new Set(["could-not-run", "unstable"]);

function outcomeOf(checks: readonly CheckResult[], cause: Cause | null): Outcome {
  if (cause !== null && cause.code !== interrupted) return "environment";
  if (checks.some((check) => check.verdict === "fail")) return "failed";
  const open = checks.some((check) => check.level === "MUST" && undecided.has(check.verdict));
  return open || cause !== null ? "incomplete" : "passed";
}

/** Code of the cause when a person stopped the run. */
export const interrupted = "interrupted";

/** 0 passed, 1 failed, 3 incomplete, 4 environment or driver, 5 the harness failed. */
export function exitCodeFor({ checks, summary }: RunResult): 0 | 1 | 3 | 4 | 5 {
  if (checks.some((check) => check.cause?.code === harnessFault)) return 5;
  return ({ passed: 0, failed: 1, incomplete: 3, environment: 4 } as const)[summary.outcome];
}
