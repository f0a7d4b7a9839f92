import type { Check } from "../../harness/checks/check.js";
import type { Verdict } from "../../harness/model/result.js";
import { readReportFile } from "../report-folder.js";

const open: ReadonlySet<Verdict> = new Set(["fail", "unstable", "could-not-run"]);

/**
 * Those of `checks` that the last report in `folder` left open: failed, unstable or not run.
 *
 * @throws CliError `no-earlier-report` when there is no report that can be read.
 */
export async function openInLastReport(checks: readonly Check[], folder: string): Promise<readonly Check[]> {
  const report = await readReportFile(folder, "run once without --only-failed", "no-earlier-report");
  const ids = new Set(report.checks.filter(({ verdict }) => open.has(verdict)).map(({ id }) => id));
  return checks.filter(({ id }) => ids.has(id));
}
