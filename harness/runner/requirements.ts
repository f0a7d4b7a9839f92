import type { Check } from "../checks/check.js";
import type { Requirement } from "../model/requirement.js";

/** Looks up the requirement of a check. That each has one is guarded when the suite catalogue is generated. */
export function requirementIndex(requirements: readonly Requirement[]): (check: Check) => Requirement {
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  return (check) => {
    const requirement = byId.get(check.requirement);
    if (requirement === undefined)
      throw new TypeError(`Check ${check.id} names the unknown requirement ${check.requirement}`);
    return requirement;
  };
}
