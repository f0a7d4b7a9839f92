import { join } from "node:path";
import type { Check } from "../../harness/model/check.js";
import type { Verdict } from "../../harness/model/result.js";
import { readReport } from "../../harness/model/validate-report.js";
import { CliError } from "../errors.js";
import { readText } from "../read-text.js";

const open: ReadonlySet<Verdict> = new Set(["fail", "unstable", "could-not-run"]);

/**
 * Those of `checks` that the last report in `folder` left open: failed, unstable or not run.
 *
 * @throws CliError `no-earlier-report` when there is no report that can be read.
 */
export async function openInLastReport(checks: readonly Check[], folder: string): Promise<readonly Check[]> {
  const file = join(folder, "report.json");
  const text = await readText(file, "the last report", "no-earlier-report");
  const reading = readReport(parse(text));
  if (!reading.ok) {
    throw new CliError(
      "no-earlier-report",
      `Reading the last report "${file}": ${reading.problem}; run once without --only-failed`,
    );
  }
  const ids = new Set(reading.result.checks.filter(({ verdict }) => open.has(verdict)).map(({ id }) => id));
  return checks.filter(({ id }) => ids.has(id));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
