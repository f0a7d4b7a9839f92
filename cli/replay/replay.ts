import type { Check } from "../../harness/model/check.js";
import type { Profile } from "../../profiles/profile.js";
import { replayTrace } from "../../harness/runner/replay.js";
import { exitCodeFor } from "../../harness/runner/summary.js";
import { readTrace, renderConsole, renderJson, type StoredTrace, writeReports } from "../../reports/index.js";
import { checks as allChecks, requirements } from "../../suites/index.js";
import type { ExitCode } from "../exit-codes.js";
import { readText } from "../read-text.js";
import { terminalOf } from "../terminal.js";

export interface ReplayOptions {
  readonly out?: string;
  readonly json?: true;
}

/** `interop replay`: the same judges over the recorded exchanges. */
export async function replay(file: string, { out, json }: ReplayOptions): Promise<ExitCode> {
  const terminal = terminalOf(json === true ? process.stderr : process.stdout);
  const { header, entries } = readTrace(await readText(file, "the trace"));
  const { checks, notes } = planned(header.plan);
  for (const note of notes) process.stderr.write(`interop: note: ${note}\n`);
  const { run, cause } = header;
  // What the header calls a profile was written by this program; a foreign one at worst makes a judge report a fault.
  const profile = header.profile as unknown as Profile;
  const result = replayTrace({ checks, requirements, profile, run, cause, entries });
  terminal.write(renderConsole(result, requirements, terminal));
  if (out !== undefined) {
    const files = await writeReports(out, { result, requirements, entries, profile: header.profile });
    terminal.write(`Report: ${files.get("report.html") ?? out}\n`);
  }
  if (json === true) process.stdout.write(renderJson(result));
  return exitCodeFor(result);
}

/** The planned checks that this version still has, and what has changed since. */
function planned(plan: StoredTrace["header"]["plan"]): {
  readonly checks: readonly Check[];
  readonly notes: readonly string[];
} {
  const versions = new Map(plan.map(({ id, version }) => [id, version]));
  const checks = allChecks.filter(({ id }) => versions.has(id));
  const known = new Set(checks.map(({ id }) => id));
  const gone = plan.filter(({ id }) => !known.has(id)).map(({ id }) => `this version has no check ${id}`);
  const changed = checks
    .filter(({ id, version }) => versions.get(id) !== version)
    .map(({ id, version }) => `${id} was judged by version ${versions.get(id) ?? 0}, now by version ${version}`);
  return { checks, notes: [...gone, ...changed] };
}
