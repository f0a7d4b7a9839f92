import type { RunInfo } from "../../harness/model/result.js";
import type { TraceEntry } from "../../harness/model/trace.js";
import { exitCodeFor } from "../../harness/runner/summary.js";
import { renderConsole, type StoredTrace } from "../../reports/index.js";
import { requirements } from "../../suites/index.js";
import { CliError } from "../errors.js";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { writeAndPrint } from "../write-and-print.js";
import { reportFolder } from "../report-out.js";
import { rejudge } from "../stored/rejudge.js";
import { inputOf, readStoredRun, type StoredRun } from "../stored/stored-run.js";
import { terminalOf } from "../terminal.js";
import { doubtsAbout } from "../verify/judge.js";

export interface MergeOptions {
  readonly out: string;
  readonly json?: true;
}

/** `interop merge`: one report from the parts of `run --shard`. The traces are joined and judged as one. */
export async function merge(folders: readonly string[], { out, json }: MergeOptions, io: Io): Promise<ExitCode> {
  const terminal = terminalOf(json === true ? io.stderr : io.stdout, io.env);
  const parts: StoredRun[] = [];
  for (const folder of folders) parts.push(await sound(folder));
  const trace = join(parts, folders);
  await reportFolder(out);
  const { result } = rejudge(trace);
  terminal.write(renderConsole(result, requirements, terminal));
  const files = await writeAndPrint(out, inputOf({ result, trace }), { json, stdout: io.stdout });
  terminal.write(`Report: ${files.get("report.html") ?? out}\n`);
  return exitCodeFor(result);
}

/** @throws CliError `report-unreadable`; `merge-conflict` when the report does not fit its trace. */
export async function sound(folder: string): Promise<StoredRun> {
  const stored = await readStoredRun(folder);
  const [doubt] = doubtsAbout(stored, { partial: true });
  if (doubt === undefined) return stored;
  throw conflict(`the report in "${folder}" cannot be relied upon: ${doubt.text}`, "reports that verify");
}

function join(parts: readonly StoredRun[], folders: readonly string[]): StoredTrace {
  const [first, ...others] = parts.map(({ trace }) => trace);
  if (first === undefined) throw conflict("no report", "at least one");
  const plan = [...first.header.plan];
  let entries = [...first.entries];
  for (const [index, { header, entries: more }] of others.entries()) {
    requireSame(first.header.run, header.run, folders[index + 1] ?? "");
    const twice = header.plan.find(({ id }) => plan.some((row) => row.id === id));
    if (twice !== undefined) throw conflict(`${twice.id} in two reports`, "parts of one run");
    plan.push(...header.plan);
    entries = entries.concat(shifted(more, entries.at(-1)));
  }
  const cause = [first, ...others].map(({ header }) => header.cause).find((found) => found !== null) ?? null;
  const reference = Object.fromEntries(parts.flatMap(({ trace }) => Object.entries(trace.header.reference ?? {})));
  return {
    header: { ...first.header, run: joinedRun(parts.map(({ result }) => result.run)), plan, cause, reference },
    entries,
    integrity: "whole",
  };
}

function requireSame(a: RunInfo, b: RunInfo, folder: string): void {
  const parts = ({ harness, profile, provider }: RunInfo): Readonly<Record<string, string>> => ({
    harness,
    profile: profile.sha256,
    provider: JSON.stringify(provider),
  });
  const [wanted, found] = [parts(a), parts(b)];
  const other = Object.keys(wanted).find((name) => wanted[name] !== found[name]);
  if (other !== undefined)
    throw conflict(`another ${other} in "${folder}" than in the first report`, "parts of one run");
}

export function joinedRun(runs: readonly RunInfo[]): RunInfo {
  const [first] = runs;
  if (first === undefined) throw conflict("no report", "at least one");
  const [startedAt = first.startedAt] = runs.map((run) => run.startedAt).toSorted();
  return {
    ...first,
    id: [...new Set(runs.map(({ id }) => id))].join("+"),
    startedAt,
    durationMs: runs.reduce((sum, { durationMs }) => sum + durationMs, 0),
    seed: [...new Set(runs.map(({ seed }) => seed))].join(" "),
  };
}

/** Numbers and times go on where the entries before end. */
export function shifted(entries: readonly TraceEntry[], last: TraceEntry | undefined): readonly TraceEntry[] {
  const [seq, at] = [last?.seq ?? 0, last?.at ?? 0];
  return entries.map((entry) => {
    const moved = { ...entry, seq: entry.seq + seq, at: entry.at + at };
    if (moved.kind === "opened") return { ...moved, of: moved.of + seq };
    if (moved.kind !== "scenario" || moved.blocked?.entry === undefined) return moved;
    return { ...moved, blocked: { ...moved.blocked, entry: moved.blocked.entry + seq } };
  });
}

function conflict(found: string, wanted: string): CliError {
  return new CliError("merge-conflict", `Merging reports: found ${found}; wanted ${wanted}`);
}
