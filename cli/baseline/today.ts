import type { Clock } from "../../core/clock.js";

/** The day in UTC, as `YYYY-MM-DD`, `aheadMs` from now. */
export function today(clock: Clock, aheadMs = 0): string {
  return new Date(clock.now() + aheadMs).toISOString().slice(0, 10);
}
