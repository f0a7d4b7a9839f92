import type { Clock, Timer } from "../../core/clock.js";
import type { TraceEntry } from "../../harness/model/trace.js";

interface Waiter {
  readonly fits: (entry: TraceEntry) => boolean;
  readonly resolve: (entry: TraceEntry | undefined) => void;
  readonly timer: Timer;
}

/** Those who wait for an entry that is not there yet. Each is answered once: by an entry, a time-out, or the end. */
export class Waiters {
  readonly #clock: Clock;
  readonly #waiting = new Set<Waiter>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#waiting.size;
  }

  add(fits: (entry: TraceEntry) => boolean, ms: number): Promise<TraceEntry | undefined> {
    return new Promise((resolve) => {
      const timer = this.#clock.after(ms, () => this.#answer(waiter, undefined));
      const waiter: Waiter = { fits, resolve, timer };
      this.#waiting.add(waiter);
    });
  }

  offer(entry: TraceEntry): void {
    for (const waiter of this.#waiting) if (waiter.fits(entry)) this.#answer(waiter, entry);
  }

  dismissAll(): void {
    for (const waiter of this.#waiting) this.#answer(waiter, undefined);
  }

  #answer(waiter: Waiter, entry: TraceEntry | undefined): void {
    if (!this.#waiting.delete(waiter)) return;
    waiter.timer.cancel();
    waiter.resolve(entry);
  }
}
