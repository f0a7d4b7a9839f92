import type { Check } from "../model/check.js";
import type { RunResult } from "../model/result.js";
import { type Surprise, surprises } from "./surprises.js";

/** What a mutant did to one check. */
export interface Death {
  readonly check: string;
  readonly verdict: "fail" | "warn";
  /** The `what` of each finding. */
  readonly reasons: readonly string[];
}

/** One mutant of the kill matrix. */
export interface MatrixRow {
  readonly mutant: string;
  readonly ms: number;
  readonly deaths: readonly Death[];
  readonly surprises: readonly Surprise[];
}

/**
 * The checks that a mutant is run against: all of them, but for those of real time, which cost half a second each and
 * are run only where they name the mutant.
 */
export function judgesOf(mutant: string, checks: readonly Check[]): readonly Check[] {
  return checks.filter((check) => mutant in check.mutants || !check.needs.includes("timing"));
}

/** The mutants that at least one of these checks names, in the order of `mutants`. */
export function namedMutants(mutants: readonly string[], checks: readonly Check[]): readonly string[] {
  return mutants.filter((mutant) => checks.some((check) => mutant in check.mutants));
}

/** What a run against a mutant shows. `checks` are those that it was run against. */
export function matrixRow(mutant: string, checks: readonly Check[], result: RunResult): MatrixRow {
  const deaths = result.checks.flatMap(({ id, verdict, findings }): readonly Death[] =>
    verdict === "fail" || verdict === "warn"
      ? [{ check: id, verdict, reasons: [...new Set(findings.map(({ what }) => what))] }]
      : [],
  );
  return { mutant, ms: result.run.durationMs, deaths, surprises: surprises(mutant, checks, result) };
}

/** Mutants that no check caught. */
export function survivors(rows: readonly MatrixRow[]): readonly string[] {
  return rows.filter(({ deaths }) => deaths.length === 0).map(({ mutant }) => mutant);
}
