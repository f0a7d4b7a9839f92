import type { CheckResult } from "../../harness/model/result.js";
import type { Cause } from "../../harness/model/trace.js";
import { groupBy } from "./group-by.js";

/** Results that share one root cause: the same comparison went wrong in the same way. */
export type ResultGroup = readonly [CheckResult, ...CheckResult[]];

/** One reason for which several checks could not be made. */
export interface CauseGroup {
  readonly cause: Cause;
  readonly results: readonly CheckResult[];
}

/** In the order of the first result of each group. */
export function groupByFinding(results: readonly CheckResult[]): readonly ResultGroup[] {
  const groups = groupBy(results, (result) => {
    const [first] = result.findings;
    return first === undefined ? result.id : JSON.stringify([first.what, first.expected, first.actual, first.at]);
  });
  return [...groups.values()];
}

/** Largest group first; results without a cause are grouped as "unknown". */
export function groupByCause(results: readonly CheckResult[]): readonly CauseGroup[] {
  const causeOf = (result: CheckResult): Cause => result.cause ?? { code: "unknown", message: "No cause was recorded" };
  const groups = groupBy(results, (result) => JSON.stringify([causeOf(result).code, causeOf(result).message]));
  return [...groups.values()]
    .map((members) => ({ cause: causeOf(members[0]), results: members }))
    .sort((a, b) => b.results.length - a.results.length);
}
