import type { CheckResult } from "../model/result.js";
import type { EnlistmentEntry, TraceEntry } from "../model/trace.js";

/**
 * A defect that keeps required checks from running fails the rule that it breaks, also where that rule alone is only worth a
 * warning: without it nothing else can be shown. The rule is the first, in the order of the suites, whose check found the defect.
 * What keeps every user from enlisting holds up all that follows, whether it was selected or not.
 *
 * @param entries Of the whole run.
 */
export function failWhatHoldsUp(
  checks: readonly CheckResult[],
  entries: readonly TraceEntry[],
): readonly CheckResult[] {
  const failed = new Set(checks.filter(({ verdict }) => verdict === "fail").flatMap(defectOf));
  const keepsFromEnlisting = refusesAll(entries);
  const held = new Set(
    checks
      .filter(
        (check) =>
          check.level === "MUST" &&
          (check.verdict === "could-not-run" || (check.verdict === "warn" && keepsFromEnlisting(check))),
      )
      .flatMap(defectOf)
      .filter((code) => !failed.has(code)),
  );
  if (held.size === 0) return checks;
  return checks.map((check) => {
    const [code] = check.verdict === "warn" ? defectOf(check) : [];
    return code !== undefined && held.delete(code) ? { ...check, verdict: "fail" } : check;
  });
}

/** The code of the judgement of the harness that a result rests on. */
function defectOf({ cause }: CheckResult): readonly string[] {
  return cause?.entry === undefined ? [] : [cause.code];
}

/** Whether a result rests on an enlistment that was refused; never where another enlistment of the run was accepted. */
function refusesAll(entries: readonly TraceEntry[]): (check: CheckResult) => boolean {
  const enlistments = entries.filter((entry): entry is EnlistmentEntry => entry.kind === "enlistment");
  const refused = new Set(enlistments.filter(({ outcome }) => "reason" in outcome).map(({ seq }) => seq));
  if (refused.size < enlistments.length) return () => false;
  return ({ cause }) => cause?.entry !== undefined && refused.has(cause.entry);
}
