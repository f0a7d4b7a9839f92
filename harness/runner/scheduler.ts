import type { PlannedScenario } from "../checks/plan.js";

/** Decides which worker runs which scenario. */
export interface Scheduler {
  readonly total: number;
  /**
   * The next scenario for this worker, and its number in the order of starting; undefined when none is left. A worker that
   * asks has finished the scenario that it got before.
   */
  next(worker: number): { readonly planned: PlannedScenario; readonly index: number } | undefined;
}

/**
 * A single worker runs the scenarios in their order. Several workers start with those that measure time: these wait a lot,
 * and meanwhile other workers compute. For the same reason every second worker takes from the end of the list.
 *
 * A heavy scenario keeps a processor busy and would delay what measures time. So heavy ones start when no such scenario is
 * left, and then before all others: the last one would run alone at the end.
 *
 * @param workers How many there are.
 */
export function schedulerFor(scenarios: readonly PlannedScenario[], workers: number): Scheduler {
  const heavy = scenarios.filter(({ scenario }) => scenario.heavy === true);
  const light = scenarios.filter((planned) => !heavy.includes(planned));
  const left =
    workers === 1 ? light : [...light.filter(measuresTime), ...light.filter((planned) => !measuresTime(planned))];
  const running = new Map<number, PlannedScenario>();
  let started = 0;

  function choose(worker: number): PlannedScenario | undefined {
    const timeIsMeasured = [...left, ...running.values()].some(measuresTime);
    const takeLight = (): PlannedScenario | undefined => (worker % 2 === 0 ? left.shift() : left.pop());
    return timeIsMeasured ? (takeLight() ?? heavy.shift()) : (heavy.shift() ?? takeLight());
  }

  return {
    total: scenarios.length,
    next(worker) {
      running.delete(worker);
      const planned = choose(worker);
      if (planned === undefined) return undefined;
      running.set(worker, planned);
      return { planned, index: ++started };
    },
  };
}

function measuresTime({ checks }: PlannedScenario): boolean {
  return checks.some(({ needs }) => needs.includes("timing"));
}
