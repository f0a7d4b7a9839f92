import { join } from "node:path";
import { reasonOf } from "../core/coded-error.js";
import type { RunResult } from "../harness/model/result.js";
import { readReport } from "../harness/model/report-schema.js";
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
  return reportFrom(await readText(file, "the report", code, advice), file, advice, code);
}

/** @throws CliError with `code` when `text` is not a report of this version. */
export function reportFrom(
  text: string,
  file: string,
  advice: string,
  code: CliErrorCode = "report-unreadable",
): RunResult {
  const fail = (problem: string): never => {
    throw new CliError(code, `Reading the report "${file}": ${problem}; ${advice}`);
  };
  const reading = readReport(parse(text, fail));
  return reading.ok ? reading.result : fail(reading.problem);
}

function parse(text: string, fail: (problem: string) => never): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    return fail(`line ${lineOfFault(text, thrown)} is not JSON (${reasonOf(thrown)})`);
  }
}

/** The parser names a place, unless the text ends too early. */
function lineOfFault(text: string, thrown: unknown): number {
  const place = /at position (\d+)/.exec(reasonOf(thrown))?.[1];
  return text.slice(0, place === undefined ? text.length : Number(place)).split("\n").length;
}
