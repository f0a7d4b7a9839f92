import type { Step } from "./plan.js";

/** The exchanges that nobody has begun yet. */
export interface Agenda {
  readonly total: number;
  /**
   * The next one for this lane, with its number among those that were begun; undefined when there is none left. Whoever asks has
   * finished what it was given before.
   */
  next(lane: number): { readonly step: Step; readonly index: number } | undefined;
}

/**
 * Shares exchanges out among lanes. A single one drives them in their order. Of several, every other one takes from the end, and
 * those that measure time come first: they wait, and while they do the others compute. Heavy ones would make late what
 * measures time, so they begin when that is over, and then before all others: at the end a lane would drive them alone.
 */
export function agendaOf(steps: readonly Step[], lanes: number): Agenda {
  const heavy = steps.filter(({ scenario }) => scenario.heavy === true);
  const light = steps.filter((step) => !heavy.includes(step));
  const left = lanes === 1 ? light : [...light.filter(measuresTime), ...light.filter((step) => !measuresTime(step))];
  const underWay = new Map<number, Step>();
  let begun = 0;

  function choose(lane: number): Step | undefined {
    const measured = [...left, ...underWay.values()].some(measuresTime);
    const usual = (): Step | undefined => (lane % 2 === 0 ? left.shift() : left.pop());
    return measured ? (usual() ?? heavy.shift()) : (heavy.shift() ?? usual());
  }

  return {
    total: steps.length,
    next(lane) {
      underWay.delete(lane);
      const step = choose(lane);
      if (step === undefined) return undefined;
      underWay.set(lane, step);
      return { step, index: ++begun };
    },
  };
}

function measuresTime({ checks }: Step): boolean {
  return checks.some(({ needs }) => needs.includes("timing"));
}
