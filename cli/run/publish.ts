import { exitCodeFor } from "../../harness/runner/summary.js";
import type { LoadedProfile } from "../../profiles/built-in.js";
import { referenceFor, renderConsole, renderJson, type ReportInput, writeReports } from "../../reports/index.js";
import { systemClock } from "../../runtime/system-clock.js";
import { checks, requirements } from "../../suites/index.js";
import { compareWithBaseline } from "../baseline/compare.js";
import type { Baseline } from "../baseline/read.js";
import { renderComparison } from "../baseline/render.js";
import { today } from "../baseline/today.js";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import type { Recording } from "../recording.js";
import { annotate, annotationsFor } from "./annotate.js";
import { assumptionsOf } from "./assumptions.js";
import type { Ran } from "./drive.js";
import type { RunCommandOptions } from "./options.js";

export interface PublishInput {
  readonly io: Io;
  readonly options: RunCommandOptions;
  readonly loaded: LoadedProfile;
  readonly ran: Ran;
  readonly terminal: Recording;
  readonly baseline: Baseline | undefined;
}

/** Writes the summary, then the reports; a report that cannot be written does not take the verdicts along. */
export async function publish({ io, options, loaded, ran, terminal, baseline }: PublishInput): Promise<ExitCode> {
  const { out, json } = options;
  const { result, entries, secrets } = ran;
  terminal.write(renderConsole(result, requirements, terminal));
  const comparison = baseline === undefined ? undefined : compareWithBaseline(result, baseline, today(systemClock));
  if (comparison !== undefined) terminal.write(renderComparison(comparison, terminal));
  const profile = jsonOf(loaded);
  const assumptions = assumptionsOf(loaded);
  const files = await writeReports(out, {
    result,
    entries,
    requirements,
    profile,
    assumptions,
    reference: referenceFor(result.checks, entries),
    promises: checks,
    canaries: secrets,
    said: new Map([["the console", terminal.said()]]),
  });
  terminal.write(`Report: ${files.get("report.html") ?? out}\n`);
  if (annotationsFor(options.annotations, io.env) === "github") {
    // Commands must begin a line of the log; stdout belongs to the report with --json.
    await annotate(result, files.get("summary.md"), io, (text) => terminal.write(text));
  }
  if (json === true) io.stdout.write(renderJson(result));
  return comparison?.exitCode ?? exitCodeFor(result);
}

/** A profile is plain JSON throughout; its interface only lacks the index signature that says so. */
function jsonOf({ profile }: LoadedProfile): ReportInput["profile"] {
  return profile as unknown as ReportInput["profile"];
}
