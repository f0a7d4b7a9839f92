import { type Check, needInWords } from "../harness/checks/check.js";
import type { Requirement } from "../harness/model/requirement.js";

/** A check with its requirement, as the catalogue lists it. */
export interface CatalogueRow {
  readonly check: Check;
  readonly requirement: Requirement;
}

/** In suite order. That each check has its requirement is guarded when the catalogue is generated. */
export function catalogueRows(checks: readonly Check[], requirements: readonly Requirement[]): readonly CatalogueRow[] {
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  return checks.flatMap((check) => {
    const requirement = byId.get(check.requirement);
    return requirement === undefined ? [] : [{ check, requirement }];
  });
}

/** What `interop list --json` and `interop explain --json` say about a check. */
export function checkJson({ check, requirement }: CatalogueRow): object {
  const { id, version, needs, scenario, timeBound, hint, mutants, lawful } = check;
  const { level, grade, sentence, source } = requirement;
  const base = { id, version, requirement: requirement.id, level, grade, sentence, source };
  const inTime = timeBound === undefined ? {} : { timeBound };
  return { ...base, needs: needs.map(needInWords), scenario: scenario.id, ...inTime, hint, mutants, lawful };
}
