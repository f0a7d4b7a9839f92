import type { Check } from "../../harness/checks/check.js";
import { planScenarios } from "../../harness/checks/plan.js";

/** Exchanges in one part: enough that starting it hardly counts, few enough that none is long under way after all others. */
const exchangesOfPart = 20;

/** The ids of checks in parts of about the same size, none of which shares an exchange with another. */
export function partsOf(checks: readonly Check[], most = exchangesOfPart): readonly (readonly string[])[] {
  const scenarios = planScenarios(checks);
  const count = Math.max(1, Math.ceil(scenarios.length / most));
  const size = Math.ceil(scenarios.length / count);
  return Array.from({ length: count }, (_, at) =>
    scenarios.slice(at * size, (at + 1) * size).flatMap((scenario) => scenario.checks.map(({ id }) => id)),
  );
}
