import type { Clock } from "../../core/clock.js";
import { isBusy, type PressureMeter } from "../../core/pressure.js";

/** Waits for moments in which this machine is calm. */
export interface CalmMoments {
  /** Resolves when the machine is calm, when the run has waited long enough in all, or when the run is stopped. */
  next(stopped: () => boolean): Promise<void>;
}

/** How long one look takes. */
const lookMs = 300;
/** A machine that is always busy must not keep a run from ending. */
const longestMs = 20_000;

/**
 * @param meter Without it, the machine counts as calm.
 * @param limitMs For all waits of a run together.
 */
export function calmMoments(clock: Clock, meter: PressureMeter | undefined, limitMs = longestMs): CalmMoments {
  let waitedMs = 0;
  return {
    async next(stopped) {
      if (meter === undefined) return;
      const began = clock.monotonic();
      let isCalm = false;
      while (!isCalm && !stopped() && waitedMs + clock.monotonic() - began < limitMs) {
        const pressureSince = meter.begin();
        await new Promise<void>((resolve) => void clock.after(lookMs, resolve));
        isCalm = !isBusy(pressureSince());
      }
      // The first look is always made, so a calm machine uses up little of the time.
      waitedMs += isCalm ? 0 : clock.monotonic() - began;
    },
  };
}
