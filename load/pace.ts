import type { Clock } from "../core/clock.js";

export interface PaceOptions {
  readonly clock: Clock;
  /** Monotonic: when the first millisecond begins. */
  readonly start: number;
  /** Ends it before the last one. */
  readonly stopped: AbortSignal;
  /** Does what was due at this time; it must not wait. */
  readonly fire: (due: number) => void;
}

/** How many are fired before others get a turn, where many are due at once. */
const burst = 64;

/** Fires each due time once, as soon as it has come, however long earlier ones take. */
export async function pace(dues: Iterable<number>, { clock, start, stopped, fire }: PaceOptions): Promise<void> {
  let fired = 0;
  for (const due of dues) {
    const early = start + due - clock.monotonic();
    // A timer drops fractions: what is sent before it is due would look quicker than it was.
    if (early > 0) await pause(clock, Math.ceil(early), stopped);
    else if (++fired % burst === 0) await pause(clock, 0, stopped);
    if (stopped.aborted) return;
    fire(start + due);
  }
}

/** Ends early, without a word, when `stopped` is aborted. */
export function pause(clock: Clock, ms: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stopped.aborted) return resolve();
    const timer = clock.after(ms, end);
    stopped.addEventListener("abort", end, { once: true });
    function end(): void {
      timer.cancel();
      stopped.removeEventListener("abort", end);
      resolve();
    }
  });
}
