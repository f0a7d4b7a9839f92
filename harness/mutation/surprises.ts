import type { Check } from "../checks/check.js";
import type { CheckResult, RunResult } from "../model/result.js";
import type { Specimen } from "./specimen.js";

/** One way in which what happened to a specimen differs from what the checks promise. */
export interface Surprise {
  readonly specimen: string;
  readonly check: string;
  readonly wanted: string;
  readonly found: string;
}

/**
 * Compares a run with what the checks promise. A mutant dies at every check that names it, for the reason that is named
 * there, and at no other; a check that could not run says nothing about it. A lawful variant passes everywhere, and so
 * does a mutant, which may lack no more than it should have, where a check names it as lawful.
 */
export function surprises(specimen: Specimen, checks: readonly Check[], { checks: results }: RunResult): Surprise[] {
  const { kind, id } = specimen;
  return results.flatMap((result) => {
    const check = checks.find((each) => each.id === result.id);
    const allowed = kind === "lawful" || check?.lawful.includes(id) === true;
    const surprise = allowed ? lawfulSurprise(result) : mutantSurprise(result, check?.mutants[id]);
    return surprise === undefined ? [] : [{ specimen: id, check: result.id, ...surprise }];
  });
}

type Contrast = Pick<Surprise, "wanted" | "found"> | undefined;

function lawfulSurprise(result: CheckResult): Contrast {
  if (result.verdict === "pass" || result.verdict === "not-applicable") return undefined;
  return { wanted: "pass", found: told(result) };
}

function mutantSurprise(result: CheckResult, reason: string | undefined): Contrast {
  const died = result.verdict === "fail" || result.verdict === "warn";
  if (reason === undefined) return died ? { wanted: "no failure", found: told(result) } : undefined;
  const asNamed = died && result.findings.some(({ what }) => what === reason);
  return asNamed ? undefined : { wanted: `death for "${reason}"`, found: told(result) };
}

function told({ verdict, findings, cause }: CheckResult): string {
  const reasons = cause === null ? findings.map(({ what }) => what).join(", ") : cause.message;
  return reasons === "" ? verdict : `${verdict}: ${reasons}`;
}
