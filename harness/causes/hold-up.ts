import type { CheckResult } from "../model/result.js";

/**
 * A defect that keeps required checks from running fails the rule that it breaks, also where that rule alone is only worth a
 * warning: without it nothing else can be shown. The rule is the first, in the order of the suites, whose check found the defect.
 */
export function failWhatHoldsUp(checks: readonly CheckResult[]): readonly CheckResult[] {
  const failed = new Set(checks.filter(({ verdict }) => verdict === "fail").flatMap(defectOf));
  const held = new Set(
    checks
      .filter(({ verdict, level }) => verdict === "could-not-run" && level === "MUST")
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
