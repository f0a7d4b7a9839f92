import type { Check } from "../model/check.js";
import type { RunResult } from "../model/result.js";

/** One way in which what happened to a mutant differs from what its checks promise. */
export interface Surprise {
  readonly mutant: string;
  readonly check: string;
  readonly wanted: string;
  readonly found: string;
}

/**
 * Compares a run against a mutant with what the checks promise: it dies at every check that names it, for the reason
 * that is named there, and at no other. A check that could not run says nothing about the provider.
 */
export function surprises(
  mutant: string,
  checks: readonly Check[],
  { checks: results }: RunResult,
): readonly Surprise[] {
  return results.flatMap((result) => {
    const reason = checks.find((check) => check.id === result.id)?.mutants[mutant];
    const died = result.verdict === "fail" || result.verdict === "warn";
    const reasons = result.findings.map((finding) => finding.what);
    const surprise = { mutant, check: result.id };
    if (reason === undefined) {
      return died ? [{ ...surprise, wanted: "no failure", found: `${result.verdict}: ${reasons.join(", ")}` }] : [];
    }
    if (!died)
      return [{ ...surprise, wanted: `death for "${reason}"`, found: result.cause?.message ?? result.verdict }];
    return reasons.includes(reason)
      ? []
      : [{ ...surprise, wanted: `death for "${reason}"`, found: reasons.join(", ") }];
  });
}
