import type { Check, Scenario } from "../model/check.js";

/** One exchange to drive, and the checks that judge it. */
export interface PlannedScenario {
  readonly scenario: Scenario;
  readonly checks: readonly Check[];
}

/** Groups checks by the exchange they share, in the order in which the suites list them. */
export function planScenarios(checks: readonly Check[]): readonly PlannedScenario[] {
  const scenarios = new Map<string, { scenario: Scenario; checks: Check[] }>();
  for (const check of checks) {
    const scenario = scenarios.get(check.scenario.id) ?? { scenario: check.scenario, checks: [] };
    scenario.checks.push(check);
    scenarios.set(check.scenario.id, scenario);
  }
  return [...scenarios.values()];
}
