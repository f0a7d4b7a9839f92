import type { Step } from "./plan.js";

/** The exchanges that nobody has begun yet. */
export interface Agenda {
  readonly total: number;
  /** The next one for this lane, with its number among those that were begun; undefined when there is none left. */
  next(lane: number): { readonly step: Step; readonly index: number } | undefined;
}

/**
 * Shares exchanges out among lanes: every other one takes from the end. Exchanges that wait for real time stand together in
 * the suites, and so do those that compute; this way the one kind is driven while the other waits. Heavy ones come last:
 * they would make the others late, and those that measure time are over by then.
 */
export function agendaOf(steps: readonly Step[]): Agenda {
  const heavy = steps.filter(({ scenario }) => scenario.heavy === true);
  const left = steps.filter((step) => !heavy.includes(step));
  let begun = 0;
  return {
    total: steps.length,
    next(lane) {
      const step = (lane % 2 === 0 ? left.shift() : left.pop()) ?? heavy.shift();
      return step && { step, index: ++begun };
    },
  };
}
