import type { Clock, MovableClock, Timer } from "../core/clock.js";

interface Pending {
  readonly due: number;
  readonly fire: () => void;
  armed: Timer;
}

/** The time of `base` plus what `advance` added. Real time continues underneath. */
export function movableClock(base: Clock): MovableClock {
  let ahead = 0;
  const pending = new Set<Pending>();
  const monotonic = (): number => base.monotonic() + ahead;

  function arm(entry: Pending): Timer {
    return base.after(Math.max(0, entry.due - monotonic()), () => {
      if (pending.delete(entry)) entry.fire();
    });
  }

  return {
    now: () => base.now() + ahead,
    monotonic,
    after(ms, fire) {
      const entry: Pending = { due: monotonic() + ms, fire, armed: { cancel: () => undefined } };
      pending.add(entry);
      entry.armed = arm(entry);
      return {
        cancel() {
          pending.delete(entry);
          entry.armed.cancel();
        },
      };
    },
    advance(ms) {
      ahead += ms;
      for (const entry of [...pending].sort((a, b) => a.due - b.due)) {
        if (!pending.has(entry)) continue;
        entry.armed.cancel();
        if (entry.due > monotonic()) {
          entry.armed = arm(entry);
          continue;
        }
        pending.delete(entry);
        entry.fire();
      }
    },
  };
}
