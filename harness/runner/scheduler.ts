import type { PlannedScenario } from "../checks/plan.js";
import type { CheckResult } from "../model/result.js";

/** Decides which worker runs which scenario. */
export interface Scheduler {
  readonly total: number;
  /**
   * The next scenario for this worker; undefined when none is left for it. A worker that asks has finished the scenario that
   * it got before.
   */
  next(worker: number): ScheduledScenario | undefined;
  /** Has a scenario run again when all others have ended: by a worker that is alone then. */
  defer(planned: PlannedScenario, first: readonly CheckResult[]): void;
}

export interface ScheduledScenario {
  readonly planned: PlannedScenario;
  /** In the order of starting. */
  readonly index: number;
  /** Where it was deferred: its results so far. */
  readonly first?: readonly CheckResult[];
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
  const deferred: { readonly planned: PlannedScenario; readonly first: readonly CheckResult[] }[] = [];
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
      if (planned !== undefined) {
        running.set(worker, planned);
        return { planned, index: ++started };
      }
      const again = running.size === 0 ? deferred.shift() : undefined;
      if (again === undefined) return undefined;
      running.set(worker, again.planned);
      return { ...again, index: started };
    },
    defer: (planned, first) => void deferred.push({ planned, first }),
  };
}

function measuresTime({ checks }: PlannedScenario): boolean {
  return checks.some(({ needs }) => needs.includes("timing"));
}
