import type { Check } from "../checks/check.js";
import type { CheckResult, RunResult } from "../model/result.js";

/** A sibling of the reference provider: a mutant must be killed by the checks that name it, a lawful variant must pass. */
export interface ProviderVariant {
  readonly kind: "mutant" | "lawful";
  readonly id: string;
}

/** A result of a variant that differs from what the check promises. */
export interface Mismatch {
  readonly variant: string;
  readonly check: string;
  readonly expected: string;
  readonly found: string;
}

/** One line of the kill matrix. */
export interface MatrixRow extends ProviderVariant {
  readonly ms: number;
  /** Checks that it was run against. */
  readonly checks: number;
  /** Whether all of them must pass: it is lawful, or they name it only as lawful. */
  readonly mustPass: boolean;
  /** The checks that failed, each with the `what` of its findings. */
  readonly kills: readonly { readonly check: string; readonly reasons: readonly string[] }[];
  readonly mismatches: readonly Mismatch[];
  /** Checks that matched only on a retry. */
  readonly flaky: readonly string[];
}

/** Whether a check says what must happen to this variant. */
export function names({ mutants, lawful }: Check, id: string): boolean {
  return id in mutants || lawful.includes(id);
}

/**
 * The checks that a variant is run against: those that name it, and others whose scenario it can change. A scenario of real
 * time costs half a second, so other mutants do not meet it; a slow or heavy one costs far more, so no other variant does.
 *
 * @param canChange Ids of the scenarios that the variant can change; none to run it only against checks that name it.
 */
export function judgesOf(
  { kind, id }: ProviderVariant,
  checks: readonly Check[],
  canChange: ReadonlySet<string>,
): readonly Check[] {
  const isCheap = ({ needs, scenario: { slow, heavy } }: Check): boolean =>
    slow === undefined && heavy !== true && (kind === "lawful" || !needs.includes("timing"));
  return checks.filter((check) => names(check, id) || (canChange.has(check.scenario.id) && isCheap(check)));
}

/** What a run against a variant shows. `checks` are those that it was run against. */
export function matrixRow({ kind, id }: ProviderVariant, checks: readonly Check[], result: RunResult): MatrixRow {
  const naming = checks.filter((check) => names(check, id));
  return {
    kind,
    id,
    ms: result.run.durationMs,
    checks: checks.length,
    mustPass: kind === "lawful" || (naming.length > 0 && naming.every(({ mutants }) => !(id in mutants))),
    kills: result.checks
      .filter(failed)
      .map((check) => ({ check: check.id, reasons: [...new Set(check.findings.map(({ what }) => what))] })),
    mismatches: mismatches({ kind, id }, checks, result),
    flaky: [],
  };
}

/**
 * Compares a run with what the checks promise. Every check that names a mutant kills it, for the reason that is named there;
 * no other check fails but as a consequence, though a mutant may keep one from running. A lawful variant passes everywhere,
 * and a mutant passes where a check names it as lawful.
 */
export function mismatches({ kind, id }: ProviderVariant, checks: readonly Check[], run: RunResult): Mismatch[] {
  const checkOf = (result: CheckResult): Check | undefined => checks.find((each) => each.id === result.id);
  // The defect as the report explains it, where a check that names the mutant fails.
  const explained = new Set(
    run.checks
      .filter((result) => failed(result) && checkOf(result)?.mutants[id] !== undefined)
      .flatMap(({ cause }) => cause?.code ?? []),
  );
  return run.checks.flatMap((result) => {
    const check = checkOf(result);
    const isLawful = kind === "lawful" || check?.lawful.includes(id) === true;
    const isConsequence = result.cause !== null && explained.has(result.cause.code);
    const expected = isLawful ? unlessPassed(result) : unlessKilled(result, check?.mutants[id], isConsequence);
    return expected === undefined ? [] : [{ variant: id, check: result.id, expected, found: inWords(result) }];
  });
}

/** `row` with what a retry says about the checks that mismatched; it may have run others too. */
export function afterRetry(row: MatrixRow, retry: MatrixRow): MatrixRow {
  const retried = [...new Set(row.mismatches.map(({ check }) => check))];
  return {
    ...row,
    ms: row.ms + retry.ms,
    kills: [
      ...row.kills.filter(({ check }) => !retried.includes(check)),
      ...retry.kills.filter(({ check }) => retried.includes(check)),
    ],
    mismatches: retry.mismatches.filter(({ check }) => retried.includes(check)),
    flaky: [...row.flaky, ...retried.filter((id) => retry.mismatches.every(({ check }) => check !== id))],
  };
}

/** Mutants that no check killed, although one should have. */
export function survived(rows: readonly MatrixRow[]): readonly string[] {
  return rows.filter(({ mustPass, kills }) => !mustPass && kills.length === 0).map(({ id }) => id);
}

function failed({ verdict }: CheckResult): boolean {
  return verdict === "fail" || verdict === "warn";
}

function unlessPassed({ verdict }: CheckResult): string | undefined {
  return verdict === "pass" || verdict === "not-applicable" ? undefined : "pass";
}

function unlessKilled(result: CheckResult, reason: string | undefined, isConsequence: boolean): string | undefined {
  if (reason === undefined) return failed(result) && !isConsequence ? "no failure" : undefined;
  return failed(result) && result.findings.some(({ what }) => what === reason) ? undefined : `killed for "${reason}"`;
}

function inWords({ verdict, findings, cause }: CheckResult): string {
  const reasons = [...new Set(findings.map(({ what }) => what))].join(", ");
  const because = cause === null ? "" : `${cause.code}: ${cause.message}`;
  return [verdict, reasons, because].filter((part) => part !== "").join("; ");
}
