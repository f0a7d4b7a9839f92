import { reportSchema } from "./report-schema.js";
import type { RunResult } from "./result.js";
import { schemaJudge } from "./schema.js";

const judge = schemaJudge(reportSchema);

/** A report that was read back, or its first fault as "/checks/3/verdict must be one of …". */
export type ReportReading =
  | { readonly ok: true; readonly result: RunResult }
  | { readonly ok: false; readonly problem: string };

/** Whether `value` is a `report.json` of this version. */
export function readReport(value: unknown): ReportReading {
  const [first] = judge(value);
  // The schema describes RunResult exactly; a test holds the two together.
  if (first === undefined) return { ok: true, result: value as RunResult };
  return { ok: false, problem: `${first.path || "The report"} ${first.message}` };
}
