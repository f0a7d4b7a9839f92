import type { Check, Scenario } from "../model/check.js";

/** One exchange to drive, and the checks that judge it. */
export interface Step {
  readonly scenario: Scenario;
  readonly checks: readonly Check[];
}

/** Groups checks by the exchange they share, in the order in which the suites list them. */
export function planSteps(checks: readonly Check[]): readonly Step[] {
  const steps = new Map<string, { scenario: Scenario; checks: Check[] }>();
  for (const check of checks) {
    const step = steps.get(check.scenario.id) ?? { scenario: check.scenario, checks: [] };
    step.checks.push(check);
    steps.set(check.scenario.id, step);
  }
  return [...steps.values()];
}
