import { appendFile, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { reasonOf } from "../../core/coded-error.js";
import type { RunResult } from "../../harness/model/result.js";
import { exitCodeFor } from "../../harness/runner/summary.js";
import type { LoadedProfile } from "../../profiles/built-in.js";
import { renderGithubAnnotations } from "../../reports/annotations/github.js";
import { renderTeamcity } from "../../reports/annotations/teamcity.js";
import {
  type Assumption,
  type ConsoleStyle,
  referenceFor,
  renderConsole,
  type ReportInput,
  type WriteOptions,
} from "../../reports/index.js";
import { systemClock } from "../../runtime/system-clock.js";
import { checks, requirements } from "../../suites/index.js";
import { fieldReports } from "../../suites/gen/field-reports.js";
import { compareWithBaseline } from "../baseline/compare.js";
import { renderComparison } from "../baseline/render.js";
import { today } from "../baseline/today.js";
import { writeAndPrint } from "../write-and-print.js";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import type { Executed } from "./execute.js";
import type { RunInput } from "./options.js";
import { showingOf } from "./reporter.js";

/** Prints the summary first, so that it is there even if a report cannot be written; then writes the reports. */
export async function publish(
  { io, options, loaded, terminal, baseline }: RunInput,
  { result, entries, secrets }: Executed,
): Promise<ExitCode> {
  const { out, quiet = false } = options;
  const { json, github, teamcity } = showingOf(options, io.env["GITHUB_ACTIONS"] === "true");
  terminal.write(renderConsole(result, requirements, { ...styleOf(terminal), quiet }));
  const comparison = baseline === undefined ? undefined : compareWithBaseline(result, baseline, today(systemClock));
  if (comparison !== undefined) terminal.write(renderComparison(comparison, terminal));
  const report: WriteOptions = {
    result,
    entries,
    requirements,
    profile: jsonOf(loaded),
    assumptions: assumptionsOf(loaded),
    reference: referenceFor(result.checks, entries),
    promises: checks,
    fieldReports,
    canaries: secrets,
    said: new Map([["the console", terminal.said()]]),
  };
  const files = await writeAndPrint(out, report, { json: json || undefined, stdout: io.stdout });
  terminal.write(`Report: ${files.get("report.html") ?? out}\n`);
  if (teamcity) terminal.writeCommands(renderTeamcity(result, requirements));
  if (github) {
    // GitHub reads commands at the beginning of a line of the log; with --json, stdout holds only the report.
    await annotate(result, files.get("summary.md"), io, (text) => terminal.writeCommands(text));
  }
  const page = files.get("report.html");
  if (options.open === true && page !== undefined) await open(page, io);
  return comparison?.exitCode ?? exitCodeFor(result);
}

/** The verdict does not depend on a browser. */
async function open(page: string, { env, stderr }: Pick<Io, "env" | "stderr">): Promise<void> {
  const { showFile } = await import("../show-file.js");
  const problem = await showFile(resolve(page), env);
  if (problem !== undefined) stderr.write(`interop: note: cannot open ${page}: ${problem}; BROWSER names a program\n`);
}

function styleOf({ colour, width }: ConsoleStyle): ConsoleStyle {
  return { colour, width };
}

/** A profile is plain JSON; only its interface lacks the index signature that says so. */
function jsonOf({ profile }: LoadedProfile): ReportInput["profile"] {
  return profile as unknown as ReportInput["profile"];
}

/** The values of a profile that are not published anywhere. */
function assumptionsOf({ grades }: Pick<LoadedProfile, "grades">): readonly Assumption[] {
  return [...grades].filter(([, { grade }]) => grade === "inferred").map(([field, { source }]) => ({ field, source }));
}

/** Prints annotations on `out`, and appends `summary.md` to GitHub's job summary. */
async function annotate(
  result: RunResult,
  summaryFile: string | undefined,
  { env, stderr }: Pick<Io, "env" | "stderr">,
  out: (text: string) => void,
): Promise<void> {
  out(renderGithubAnnotations(result, requirements));
  const target = env["GITHUB_STEP_SUMMARY"] ?? "";
  if (target === "" || summaryFile === undefined) return;
  try {
    await appendFile(target, await readFile(summaryFile, "utf8"));
  } catch (thrown) {
    // The verdict does not depend on the job summary.
    stderr.write(`interop: note: cannot write the job summary: ${reasonOf(thrown)}\n`);
  }
}
