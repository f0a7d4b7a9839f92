import type { Check } from "../../harness/checks/check.js";
import { retryOf, type RunInfo, type RunResult } from "../../harness/model/result.js";
import type { TraceEntry } from "../../harness/model/trace.js";
import type { LoadedProfile } from "../../profiles/built-in.js";
import { redactValue } from "../../reports/redact/redact.js";
import { harnessVersion } from "../version.js";
import { CliError } from "../errors.js";
import { joinedRun, shifted, sound } from "../merge/merge.js";
import { rejudge } from "../stored/rejudge.js";
import type { StoredRun } from "../stored/stored-run.js";

/** A run that a person left, and what it still has to do. */
export interface Resumed {
  readonly earlier: StoredRun;
  /** What has not been judged, with the checks of the same scenarios: they are judged again together. */
  readonly checks: readonly Check[];
  /** What the person said about the app; undefined when the person left before that. */
  readonly provider: RunInfo["provider"] | undefined;
}

/**
 * Reads the report of the run that goes on.
 *
 * @throws CliError `report-unreadable`; `merge-conflict` when that run had another harness, profile or driver.
 */
export async function resumedFrom(folder: string, all: readonly Check[], loaded: LoadedProfile): Promise<Resumed> {
  const earlier = await sound(folder);
  const { run, checks, cause } = earlier.result;
  const wanted = { harness: harnessVersion(), profile: loaded.sha256, driver: "a person" };
  const found = {
    harness: run.harness,
    profile: run.profile.sha256,
    driver: run.byHand === true ? "a person" : "a program",
  };
  for (const name of ["harness", "profile", "driver"] as const) {
    if (wanted[name] === found[name]) continue;
    const message = `Resuming the run in "${folder}": found ${name} ${found[name]}, wanted ${wanted[name]}; start a new run without --resume`;
    throw new CliError("merge-conflict", message);
  }
  const planned = new Set(checks.map(({ id }) => id));
  const open = new Set(checks.flatMap(({ verdict, scenario }) => (verdict === "could-not-run" ? [scenario] : [])));
  const isUnknown = cause !== null && run.provider.version === "" && run.provider.capabilities.length === 0;
  return {
    earlier,
    checks: all.filter(({ id, scenario }) => planned.has(id) && open.has(scenario.id)),
    provider: isUnknown ? undefined : run.provider,
  };
}

interface HasTrace {
  readonly result: RunResult;
  readonly entries: readonly TraceEntry[];
}

/** Both runs as one: of a scenario that ended in both, the later one counts. */
export function withEarlier<Run extends HasTrace>({ earlier }: Resumed, later: Run): Run {
  const { header, entries: before } = earlier.trace;
  const { run, cause } = later.result;
  const again = endedIn(later.entries);
  const kept = before.filter(({ scenario }) => scenario === undefined || !again.has(scenario));
  const entries = [...kept, ...shifted(later.entries, before.at(-1))];
  const joined = { ...joinedRun([header.run, run]), provider: run.provider };
  const trace = { header: { ...header, run: joined, cause }, entries, integrity: "whole" } as const;
  return { ...later, result: redactValue(rejudge(trace).result), entries };
}

/** Scenarios that ended, each with its retry, whose earlier entries are no longer of use. */
function endedIn(entries: readonly TraceEntry[]): ReadonlySet<string> {
  const ended = entries.flatMap((entry) =>
    entry.kind === "scenario" && entry.event === "end" && entry.scenario !== undefined ? [entry.scenario] : [],
  );
  return new Set(ended.flatMap((scenario) => [scenario, retryOf(scenario)]));
}
