import { existsSync } from "node:fs";
import { join } from "node:path";
import type { RunResult } from "../../harness/model/result.js";
import { readTrace, type ReportInput, type StoredTrace } from "../../reports/index.js";
import { checks, requirements } from "../../suites/index.js";
import { fieldReports } from "../../suites/gen/field-reports.js";
import { CliError } from "../errors.js";
import { readText } from "../read-text.js";
import { folderOfReport, reportFrom } from "../report-folder.js";

/** Names of the files that make up a report, as `interop run` writes them. */
export const reportNames = [
  "report.json",
  "trace.ndjson",
  "report.html",
  "junit.xml",
  "summary.md",
  "badge.svg",
] as const;

/** The texts of a report by file name; from a folder, or from a bundle. */
export type ReportFiles = ReadonlyMap<string, string>;

/** One reason not to trust a report. docs/trust.md explains each. */
export interface Doubt {
  readonly kind:
    | "trace-changed"
    | "trace-malformed"
    | "profile-edited"
    | "provider-edited"
    | "versions-mixed"
    | "other-version"
    | "verdict-edited"
    | "must-missing"
    | "file-edited"
    | "bundle-changed"
    | "signature-invalid";
  readonly text: string;
}

export interface StoredRun {
  readonly result: RunResult;
  readonly trace: StoredTrace;
  readonly files: ReportFiles;
}

/** @throws CliError `report-unreadable`; ReportError when the trace cannot be read. */
export async function readStoredRun(path: string): Promise<StoredRun> {
  const folder = folderOfReport(path);
  const files = new Map<string, string>();
  for (const name of reportNames) {
    const file = join(folder, name);
    if (existsSync(file)) files.set(name, await readText(file, "the report", "report-unreadable"));
  }
  return storedRun(files, folder);
}

/** @param where Names the place in messages. */
export function storedRun(files: ReportFiles, where: string): StoredRun {
  const need = (name: string): string => {
    const text = files.get(name);
    if (text !== undefined) return text;
    throw new CliError(
      "report-unreadable",
      `Reading the report in "${where}": found no ${name}; wanted a report folder`,
    );
  };
  const result = reportFrom(need("report.json"), `${where}/report.json`, "wanted a report of this version");
  return { result, trace: readTrace(need("trace.ndjson"), `"${where}/trace.ndjson"`), files };
}

/** What the renderers need to write the same report again. */
export function inputOf({ result, trace }: Pick<StoredRun, "result" | "trace">): ReportInput {
  const { profile, assumptions, reference } = trace.header;
  const { entries } = trace;
  return {
    result,
    requirements,
    entries,
    profile,
    reference,
    promises: checks,
    fieldReports,
    ...(assumptions !== undefined && { assumptions }),
  };
}
