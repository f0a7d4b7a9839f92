/** Code of the cause that says that a verdict comes from the second drive, because the first one gave none. */
export const secondDrive = "second-drive";

const mark = "#2";

/** Id of the scenario that holds the second drive of a scenario. */
export function retryOf(scenario: string): string {
  return `${scenario}${mark}`;
}

/** The scenario that was driven in a scenario, the first or the second time. */
export function scenarioOf(scenario: string): string {
  return scenario.endsWith(mark) ? scenario.slice(0, -mark.length) : scenario;
}
