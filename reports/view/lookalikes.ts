import type { RunResult } from "../../harness/model/result.js";

/** What a check finds in mutants: the `what` of a finding by the id of the mutant. */
export interface Promises {
  readonly id: string;
  readonly mutants: Readonly<Record<string, string>>;
}

export interface Lookalike {
  readonly mutant: string;
  /** Of all checks that failed here or find the mutant, the share that did both; 1 when they are the same. */
  readonly likeness: number;
  readonly checks: readonly string[];
}

const least = 0.5;
const most = 3;

/** The mutants whose failures are closest to those of this run. */
export function lookalikes({ checks }: RunResult, promises: readonly Promises[]): readonly Lookalike[] {
  const ran = new Set(checks.map(({ id }) => id));
  const failed = new Map(
    checks
      .filter(({ findings }) => findings.length > 0)
      .map(({ id, findings }) => [id, new Set(findings.map(({ what }) => what))]),
  );
  if (failed.size === 0) return [];
  const promised = new Map<string, { readonly check: string; readonly what: string }[]>();
  for (const { id, mutants } of promises) {
    if (!ran.has(id)) continue;
    for (const [mutant, what] of Object.entries(mutants)) {
      promised.set(mutant, [...(promised.get(mutant) ?? []), { check: id, what }]);
    }
  }
  return [...promised]
    .map(([mutant, rows]): Lookalike => {
      const hits = rows.filter(({ check, what }) => failed.get(check)?.has(what) === true);
      const either = new Set([...failed.keys(), ...rows.map(({ check }) => check)]);
      return { mutant, likeness: hits.length / either.size, checks: hits.map(({ check }) => check) };
    })
    .filter(({ likeness }) => likeness >= least)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most);
}
