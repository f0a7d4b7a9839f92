import { renderConsole, writeReports } from "../../reports/index.js";
import { requirements } from "../../suites/index.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";
import { reportFolder } from "../report-out.js";
import { folderOfReport } from "../report-folder.js";
import { inputOf, readStoredRun } from "../stored/stored-run.js";
import { terminalOf } from "../terminal.js";

export interface ReportOptions {
  readonly out?: string;
  /** Folder for a page that Allure renders. */
  readonly allure?: string;
}

/** `interop report`: writes every file anew from `report.json` and `trace.ndjson`. Verdicts are taken as they are. */
export async function report(path: string, { out, allure }: ReportOptions, io: Io): Promise<ExitCode> {
  const stored = await readStoredRun(path);
  const terminal = terminalOf(io.stdout, io.env);
  const target = out ?? folderOfReport(path);
  await reportFolder(target);
  terminal.write(renderConsole(stored.result, requirements, terminal));
  const files = await writeReports(target, inputOf(stored));
  terminal.write(`Report: ${files.get("report.html") ?? target}\n`);
  if (allure !== undefined) {
    const { generateAllure } = await import("../allure/generate.js");
    terminal.write(`Allure: ${generateAllure(target, allure, io.env)}\n`);
  }
  return exitCodes.passed;
}
