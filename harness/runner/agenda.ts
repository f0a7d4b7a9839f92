import type { PlannedScenario } from "../checks/plan.js";

/** The exchanges that nobody has begun yet. */
export interface Agenda {
  readonly total: number;
  /**
   * The next one for this lane, with its number among those that were begun; undefined when there is none left. Whoever asks has
   * finished what it was given before.
   */
  next(lane: number): { readonly scenario: PlannedScenario; readonly index: number } | undefined;
}

/**
 * Shares exchanges out among lanes. A single one drives them in their order. Of several, every other one takes from the end, and
 * those that measure time come first: they wait, and while they do the others compute. Heavy ones would make late what
 * measures time, so they begin when that is over, and then before all others: at the end a lane would drive them alone.
 */
export function agendaOf(scenarios: readonly PlannedScenario[], lanes: number): Agenda {
  const heavy = scenarios.filter(({ scenario }) => scenario.heavy === true);
  const light = scenarios.filter((scenario) => !heavy.includes(scenario));
  const left =
    lanes === 1 ? light : [...light.filter(measuresTime), ...light.filter((scenario) => !measuresTime(scenario))];
  const underWay = new Map<number, PlannedScenario>();
  let begun = 0;

  function choose(lane: number): PlannedScenario | undefined {
    const measured = [...left, ...underWay.values()].some(measuresTime);
    const usual = (): PlannedScenario | undefined => (lane % 2 === 0 ? left.shift() : left.pop());
    return measured ? (usual() ?? heavy.shift()) : (heavy.shift() ?? usual());
  }

  return {
    total: scenarios.length,
    next(lane) {
      underWay.delete(lane);
      const scenario = choose(lane);
      if (scenario === undefined) return undefined;
      underWay.set(lane, scenario);
      return { scenario, index: ++begun };
    },
  };
}

function measuresTime({ checks }: PlannedScenario): boolean {
  return checks.some(({ needs }) => needs.includes("timing"));
}
