import { join } from "node:path";
import type { RunResult } from "../harness/model/result.js";
import { readReport } from "../harness/model/validate-report.js";
import { CliError, type CliErrorCode } from "./errors.js";
import { readText } from "./read-text.js";

/** The folder of a report, whether a person named it or the `report.json` in it. */
export function folderOfReport(path: string): string {
  return path.endsWith(".json") ? join(path, "..") : path;
}

/**
 * Reads `report.json` from a folder, or the file itself when `path` ends in `.json`.
 *
 * @param advice The last part of a message, for example "run once without --only-failed".
 * @throws CliError with `code`.
 */
export async function readReportFile(
  path: string,
  advice: string,
  code: CliErrorCode = "report-unreadable",
): Promise<RunResult> {
  const file = path.endsWith(".json") ? path : join(path, "report.json");
  return reportFrom(await readText(file, "the report", code), file, advice, code);
}

/** @throws CliError with `code` when `text` is not a report of this version. */
export function reportFrom(
  text: string,
  file: string,
  advice: string,
  code: CliErrorCode = "report-unreadable",
): RunResult {
  const reading = readReport(parse(text));
  if (reading.ok) return reading.result;
  throw new CliError(code, `Reading the report "${file}": ${reading.problem}; ${advice}`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
