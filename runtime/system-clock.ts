import type { Clock, Timer } from "../core/clock.js";

// Taken when this module loads, so that fake timers of a test framework cannot stop the harness.
const { setTimeout: schedule, clearTimeout: unschedule, Date: SystemDate, performance: systemPerformance } = globalThis;

export const systemClock: Clock = {
  now: () => SystemDate.now(),
  monotonic: () => systemPerformance.now(),
  after(ms: number, fire: () => void): Timer {
    const handle = schedule(fire, Math.min(ms, 2 ** 31 - 1));
    handle.unref();
    return { cancel: () => unschedule(handle) };
  },
};
