import { selectChecks } from "../../harness/checks/plan.js";
import { checks as allChecks } from "../../suites/index.js";
import { type Gate, restsOn } from "../../suites/rests-on.js";

/** What would change its verdict if Meta has another value. */
export interface Dependents {
  readonly requirements: readonly string[];
  readonly checks: readonly string[];
  /** What fails beyond them, in words. */
  readonly gate?: string;
  /** Why there are none. */
  readonly note?: string;
}

const gates: Readonly<Record<Gate, string>> = {
  enlistment: "every enlistment with all that follows",
  connection: "every connection with all that follows",
  message: "every message",
  file: "every file of the provider's users",
  push: "every push",
};

/** @param path Of a value in the profile. A test compares the table with the profile, so each has an entry. */
export function dependentsOf(path: string): Dependents {
  const { selectors = [], gate, note } = restsOn[path] ?? {};
  const chosen = selectors.length === 0 ? [] : selectChecks(allChecks, selectors);
  return {
    requirements: [...new Set(chosen.map(({ requirement }) => requirement))],
    checks: chosen.map(({ id }) => id),
    ...(gate !== undefined && { gate: gates[gate] }),
    ...(note !== undefined && { note }),
  };
}
