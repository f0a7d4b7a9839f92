import type { Check } from "../checks/check.js";
import type { RunResult } from "../model/result.js";
import type { Differs, Reach } from "./reach.js";
import { sampleFor } from "./sample.js";
import type { Specimen } from "./specimen.js";
import { type Surprise, surprises } from "./surprises.js";

/** What a mutant did to one check. */
export interface Death {
  readonly check: string;
  readonly verdict: "fail" | "warn";
  /** The `what` of each finding. */
  readonly reasons: readonly string[];
}

/** One line of the kill matrix. */
export interface MatrixRow extends Specimen {
  readonly ms: number;
  /** Checks that it was run against. */
  readonly checks: number;
  readonly deaths: readonly Death[];
  readonly surprises: readonly Surprise[];
  /** Runs at the checks that surprised, the first among them: 1 when nothing ever did. */
  readonly looks: number;
}

/**
 * The checks that a specimen is run against: those that name it, and all others whose exchange asks what it replaces.
 * Checks of real time cost half a second each, so a mutant meets them only where they name it; heavy and slow ones cost
 * more, so nobody else meets them.
 *
 * @param all Every exchange that a mutant touches, not only some of many.
 */
export function judgesOf(
  { kind, id, seams }: Specimen & { readonly seams: ReadonlyMap<string, Differs> },
  checks: readonly Check[],
  reach: Reach,
  all = false,
): readonly Check[] {
  const known = new Map<string, boolean>();
  const touched = (scenario: string): boolean => {
    const touches = known.get(scenario) ?? reach.touches(scenario, seams);
    known.set(scenario, touches);
    return touches;
  };
  const isNamed = ({ mutants, lawful }: Check): boolean => id in mutants || lawful.includes(id);
  const mayMeet = ({ needs, scenario: { slow, heavy } }: Check): boolean =>
    slow === undefined && heavy !== true && (kind === "lawful" || !needs.includes("timing"));
  const met = checks.filter((check) => isNamed(check) || (mayMeet(check) && touched(check.scenario.id)));
  if (kind === "lawful" || all) return met;
  const own = new Set(met.filter(isNamed).map(({ scenario }) => scenario.id));
  const others = new Set(met.map(({ scenario }) => scenario.id).filter((scenario) => !own.has(scenario)));
  const sample = sampleFor(id, [...others]);
  return met.filter(({ scenario }) => own.has(scenario.id) || sample.has(scenario.id));
}

/** The specimens that at least one of these checks names, in the order of `all`. */
export function namedSpecimens(all: readonly Specimen[], checks: readonly Check[]): readonly Specimen[] {
  return all.filter(({ id }) => checks.some((check) => id in check.mutants || check.lawful.includes(id)));
}

/** What a run against a specimen shows. `checks` are those that it was run against. */
export function matrixRow({ kind, id }: Specimen, checks: readonly Check[], result: RunResult): MatrixRow {
  const deaths = result.checks.flatMap((check): readonly Death[] =>
    check.verdict === "fail" || check.verdict === "warn"
      ? [{ check: check.id, verdict: check.verdict, reasons: [...new Set(check.findings.map(({ what }) => what))] }]
      : [],
  );
  const found = surprises({ kind, id }, checks, result);
  return { kind, id, ms: result.run.durationMs, checks: checks.length, deaths, surprises: found, looks: 1 };
}

/** The row of a specimen that was run in parts, each against other checks. */
export function joined([first, ...others]: readonly [MatrixRow, ...MatrixRow[]]): MatrixRow {
  return others.reduce(
    (whole, part) => ({
      ...whole,
      ms: whole.ms + part.ms,
      checks: whole.checks + part.checks,
      deaths: [...whole.deaths, ...part.deaths],
      surprises: [...whole.surprises, ...part.surprises],
    }),
    first,
  );
}

/** `row`, with what a further run says of the checks that it was run against again. */
export function corrected(row: MatrixRow, checks: readonly string[], again: MatrixRow): MatrixRow {
  const deaths = row.deaths.filter(({ check }) => !checks.includes(check));
  const [ms, looks] = [row.ms + again.ms, row.looks + 1];
  return { ...row, ms, looks, deaths: [...deaths, ...again.deaths], surprises: again.surprises };
}

/** Mutants that no check caught. */
export function survivors(rows: readonly MatrixRow[]): readonly string[] {
  return rows.filter(({ kind, deaths }) => kind === "mutant" && deaths.length === 0).map(({ id }) => id);
}
