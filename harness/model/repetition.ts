/** Code of the cause that says that a verdict comes from the second drive, because the first one gave none. */
export const secondDrive = "second-drive";

const mark = "#2";

/** Id of the step that holds the second drive of a scenario. */
export function stepOfRepetition(scenario: string): string {
  return `${scenario}${mark}`;
}

/** The scenario that was driven in a step, the first or the second time. */
export function scenarioOfStep(step: string): string {
  return step.endsWith(mark) ? step.slice(0, -mark.length) : step;
}
