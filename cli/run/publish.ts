import { exitCodeFor } from "../../harness/runner/summary.js";
import type { LoadedProfile } from "../../profiles/built-in.js";
import { renderConsole, renderJson, type ReportInput, writeReports } from "../../reports/index.js";
import { requirements } from "../../suites/index.js";
import type { ExitCode } from "../exit-codes.js";
import type { Terminal } from "../terminal.js";
import { assumptionsOf } from "./assumptions.js";
import type { Ran } from "./drive.js";
import type { RunCommandOptions } from "./options.js";

/** Writes the reports, then the summary; a report that cannot be written does not take the verdicts along. */
export async function publish(
  { out, json }: RunCommandOptions,
  loaded: LoadedProfile,
  { result, entries }: Ran,
  terminal: Terminal,
): Promise<ExitCode> {
  terminal.write(renderConsole(result, requirements, terminal));
  const profile = jsonOf(loaded);
  const files = await writeReports(out, { result, entries, requirements, profile, assumptions: assumptionsOf(loaded) });
  terminal.write(`Report: ${files.get("report.html") ?? out}\n`);
  if (json === true) process.stdout.write(renderJson(result));
  return exitCodeFor(result);
}

/** A profile is plain JSON throughout; its interface only lacks the index signature that says so. */
function jsonOf({ profile }: LoadedProfile): ReportInput["profile"] {
  return profile as unknown as ReportInput["profile"];
}
