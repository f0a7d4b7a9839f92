import type { CheckResult, RunResult } from "../../harness/model/result.js";

/** `report.json`: the fixed names first and in their documented order, then what this version adds to them. */
export function renderJson(result: RunResult): string {
  const { schema, run, summary, cause, checks, statement } = result;
  const report: RunResult = {
    schema,
    run,
    summary,
    cause,
    checks: checks.map(checkRow),
    ...(statement && { statement }),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function checkRow(check: CheckResult): CheckResult {
  const { id, version, requirement, level, grade, verdict, durationMs, cause, findings, hint, scenario } = check;
  const { reached, byHand, pictures } = check;
  const fixed = {
    id,
    version,
    requirement,
    level,
    grade,
    verdict,
    durationMs,
    cause,
    findings,
    hint,
    scenario,
    reached,
  };
  return { ...fixed, ...(byHand && { byHand }), ...(pictures && { pictures }) };
}
