import type { CheckResult } from "../../harness/model/result.js";
import { folderOf } from "../view/milestones.js";

const fewIds = 8;

/** A person reads a few ids; of many, how many in which suite. The reports have all of them. */
export function whichOf(results: readonly Pick<CheckResult, "id">[]): string {
  if (results.length <= fewIds) return results.map(({ id }) => id).join(", ");
  const perSuite = new Map<string, number>();
  for (const { id } of results) perSuite.set(folderOf(id), (perSuite.get(folderOf(id)) ?? 0) + 1);
  return [...perSuite].map(([suite, count]) => `${count} in ${suite}`).join(", ");
}
