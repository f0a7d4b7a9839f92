import type { Check } from "../../harness/model/check.js";
import { planSteps } from "../../harness/runner/plan.js";

/** Exchanges in one part: enough that starting it hardly counts, few enough that none is long under way after all others. */
const exchangesOfPart = 20;

/** The ids of checks in parts of about the same size, none of which shares an exchange with another. */
export function partsOf(checks: readonly Check[], most = exchangesOfPart): readonly (readonly string[])[] {
  const steps = planSteps(checks);
  const count = Math.max(1, Math.ceil(steps.length / most));
  const size = Math.ceil(steps.length / count);
  return Array.from({ length: count }, (_, at) =>
    steps.slice(at * size, (at + 1) * size).flatMap((step) => step.checks.map(({ id }) => id)),
  );
}
