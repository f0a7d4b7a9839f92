import type { Clock } from "../../core/clock.js";
import { isBusy, type PressureMeter } from "../../core/pressure.js";

/** Lets workers use moments in which this machine is calm, one worker at a time. */
export interface CalmMoments {
  /**
   * Calls `use` when no other worker uses a moment. `wanted`: not before the machine is calm, the run has waited long enough
   * in all, or the run is stopped.
   */
  next<Result>(wanted: boolean, stopped: () => boolean, use: () => Promise<Result>): Promise<Result>;
}

/** How long one look takes. */
const lookMs = 300;
/** A machine that is always busy must not keep a run from ending. */
const longestMs = 6000;

/**
 * @param meter Without it, the machine counts as calm.
 * @param limitMs For all waits of a run together.
 */
export function calmMoments(clock: Clock, meter: PressureMeter | undefined, limitMs = longestMs): CalmMoments {
  let waitedMs = 0;
  let turn: Promise<unknown> = Promise.resolve();

  async function untilCalm(stopped: () => boolean): Promise<void> {
    if (meter === undefined) return;
    const began = clock.monotonic();
    let isCalm = false;
    while (!isCalm && !stopped() && waitedMs + clock.monotonic() - began < limitMs) {
      const pressureSince = meter.begin();
      await new Promise<void>((resolve) => void clock.after(lookMs, resolve));
      isCalm = !isBusy(pressureSince());
    }
    // A look that finds the machine calm costs nothing: it would otherwise use up the time.
    waitedMs += isCalm ? 0 : clock.monotonic() - began;
  }

  return {
    next(wanted, stopped, use) {
      const mine = turn.then(async () => {
        if (wanted) await untilCalm(stopped);
        return use();
      });
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}
