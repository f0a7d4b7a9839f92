import type { CheckResult } from "../model/result.js";

/**
 * Id of the step that holds the second drive of a scenario. A failed check is driven once more, because what a provider
 * does wrong only sometimes is another finding than what it always does wrong.
 */
export function stepOfRepetition(scenario: string): string {
  return `${scenario}#2`;
}

/** Whether this verdict is worth a second drive. */
export function needsConfirmation({ verdict, reached }: CheckResult): boolean {
  // What failed without a look at the trace, a missing capability, fails again.
  return (verdict === "fail" || verdict === "warn") && reached.length > 0;
}

/** The results of a step in view of its second drive, in which the same checks were judged in the same order. */
export function confirm(first: readonly CheckResult[], second: readonly CheckResult[]): readonly CheckResult[] {
  return first.map((result, at) => {
    const again = second[at];
    return needsConfirmation(result) && again !== undefined ? confirmed(result, again) : result;
  });
}

/**
 * Twice failed is failed; once failed and once passed is `unstable`, with the findings of the first drive and a cause
 * that names both. A second drive that did not get so far says nothing.
 */
function confirmed(first: CheckResult, second: CheckResult): CheckResult {
  if (second.verdict !== "pass") return first;
  const message = `Failed in step ${first.step}, passed when the same exchange was driven again, in step ${stepOfRepetition(first.step)}`;
  return {
    ...first,
    verdict: "unstable",
    cause: { code: "unstable", message },
    durationMs: first.durationMs + second.durationMs,
    reached: [...first.reached, ...second.reached],
  };
}
