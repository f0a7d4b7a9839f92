import { InvalidArgumentError } from "commander";
import type { Check } from "../../harness/checks/check.js";
import { planScenarios } from "../../harness/checks/plan.js";

/** Part `index` (1-based) of `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** `2/4`, for commander. */
export function shard(text: string): Shard {
  const [, index = 0, count = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? []).map(Number);
  if (index >= 1 && index <= count) return { index, count };
  throw new InvalidArgumentError(
    "Wanted the number of a part and of all parts, for example 1/3 for the first of three parts.",
  );
}

/** The checks of one part. Scenarios go to the parts in turn, so that each runs in one part only. */
export function ofShard(checks: readonly Check[], { index, count }: Shard): readonly Check[] {
  const scenarios = planScenarios(checks).filter((_, at) => at % count === index - 1);
  const own = new Set(scenarios.flatMap((scenario) => scenario.checks));
  return checks.filter((check) => own.has(check));
}
