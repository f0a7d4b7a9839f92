import { diffRuns, renderDiff } from "../../reports/index.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";
import { readReportFile } from "../report-folder.js";
import { terminalOf } from "../terminal.js";

/** `interop diff`: what became of each check between two reports. Anything that got worse fails. */
export async function diff(
  first: string,
  second: string,
  { json }: { readonly json?: true },
  io: Io,
): Promise<ExitCode> {
  const advice = "wanted the folder of a report, or its report.json";
  const [a, b] = [await readReportFile(first, advice), await readReportFile(second, advice)];
  const difference = diffRuns(a, b);
  const terminal = terminalOf(io.stdout, io.env);
  terminal.write(json === true ? `${JSON.stringify(difference, undefined, 2)}\n` : renderDiff(difference, terminal));
  return difference.changes.some(({ direction }) => direction === "worse") ? exitCodes.failed : exitCodes.passed;
}
