import { type CheckResult, retried } from "../../harness/model/result.js";

/**
 * Results that come from a second drive, because the first one could not run for being late. The verdict stands as it is;
 * that it took two is worth knowing all the same.
 */
export function judgedSecond(checks: readonly CheckResult[]): readonly CheckResult[] {
  return checks.filter(({ cause }) => cause?.code === retried);
}
