import type { CheckResult, RunResult } from "../../harness/model/result.js";
import { exitCodeFor } from "../../harness/runner/summary.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Baseline, BaselineEntry } from "./read.js";

/** What became of one entry. `not-run`: its check was not selected, which says nothing about it. */
export type Standing = "known" | "stale" | "expired" | "different" | "not-run";

export interface BaselineRow {
  readonly entry: BaselineEntry;
  readonly standing: Standing;
  readonly result: CheckResult | undefined;
}

export interface Comparison {
  readonly rows: readonly BaselineRow[];
  /** Failures that no entry knows. */
  readonly news: readonly CheckResult[];
  readonly exitCode: ExitCode;
}

/** Holds a run against a baseline. The verdicts stay as they are; only the exit code forgives. @param today `YYYY-MM-DD` */
export function compareWithBaseline(run: RunResult, { expected }: Baseline, today: string): Comparison {
  const results = new Map(run.checks.map((result) => [result.id, result]));
  const rows = expected.map((entry): BaselineRow => {
    const result = results.get(entry.check);
    return { entry, result, standing: standingOf(entry, result, today) };
  });
  const known = new Set(rows.filter(({ standing }) => standing !== "different").map(({ entry }) => entry.check));
  const news = run.checks.filter((result) => isOpen(result) && !known.has(result.id));
  return { rows, news, exitCode: exitCode(run, rows, news) };
}

/** Whether a result makes a run end other than green. */
export function isOpen({ verdict, level }: CheckResult): boolean {
  return verdict === "fail" || verdict === "unstable" || (verdict === "could-not-run" && level === "MUST");
}

/** The failure as one text, in which `text` of an entry is looked for. */
export function failureText({ cause, findings }: CheckResult): string {
  const found = findings.map(({ what, expected, actual }) => `${what}: expected ${expected}, found ${actual}`);
  return [...(cause === null ? [] : [cause.message]), ...found].join("\n");
}

function standingOf({ text, expires }: BaselineEntry, result: CheckResult | undefined, today: string): Standing {
  if (result === undefined) return "not-run";
  if (!isOpen(result)) return "stale";
  if (expires < today) return "expired";
  return text === undefined || failureText(result).includes(text) ? "known" : "different";
}

function exitCode(run: RunResult, rows: readonly BaselineRow[], news: readonly CheckResult[]): ExitCode {
  const plain = exitCodeFor(run);
  // A run that could not be made proves nothing about entries either.
  if (plain === exitCodes.environment || plain === exitCodes.harnessFault) return plain;
  if (news.some(({ verdict }) => verdict !== "could-not-run")) return exitCodes.failed;
  if (rows.some(({ standing }) => standing === "stale" || standing === "expired")) return exitCodes.staleBaseline;
  return news.length > 0 || run.cause !== null ? exitCodes.incomplete : exitCodes.passed;
}
