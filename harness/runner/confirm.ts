import type { CheckResult } from "../model/result.js";
import { secondDrive, retryOf } from "../model/repetition.js";
import { latenessOf } from "./lateness.js";

/**
 * Whether this verdict is worth a second drive: what a provider does wrong only sometimes is another finding than what it
 * always does wrong.
 */
export function needsConfirmation({ verdict, reached }: CheckResult): boolean {
  // What failed without a look at the trace, a missing capability, fails again.
  return (verdict === "fail" || verdict === "warn") && reached.length > 0;
}

/** The results of a scenario in view of its second drive, in which the same checks were judged in the same order. */
export function confirm(first: readonly CheckResult[], second: readonly CheckResult[]): readonly CheckResult[] {
  return first.map((result, at) => {
    const again = second[at];
    if (again === undefined) return result;
    if (needsConfirmation(result)) return confirmed(result, again);
    return latenessOf(result) === undefined ? result : caughtUp(result, again);
  });
}

/**
 * Twice failed is failed; once failed and once passed is `unstable`, with the findings of the first drive and a cause
 * that names both. A second drive that did not get so far says nothing.
 */
function confirmed(first: CheckResult, second: CheckResult): CheckResult {
  if (second.verdict !== "pass") return first;
  const message = `Failed in scenario ${first.scenario}, passed when the same exchange was driven again, in scenario ${retryOf(first.scenario)}`;
  return {
    ...first,
    verdict: "unstable",
    cause: { code: "unstable", message },
    durationMs: first.durationMs + second.durationMs,
    reached: [...first.reached, ...second.reached],
  };
}

/** What the first drive was too late to judge is judged by the second, and says so; what neither got to could not run. */
function caughtUp(first: CheckResult, second: CheckResult): CheckResult {
  if (second.verdict === "could-not-run") return first;
  const scenario = retryOf(first.scenario);
  const why = first.cause === null ? "" : ` (${first.cause.message})`;
  const message = `Could not run at first${why}; judged when the same exchange was driven again, in scenario ${scenario}`;
  return {
    ...second,
    scenario,
    cause: { code: secondDrive, message },
    durationMs: first.durationMs + second.durationMs,
  };
}
