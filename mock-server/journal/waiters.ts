import type { Clock, Timer } from "../../core/clock.js";
import type { TraceEntry } from "../../harness/model/trace.js";

interface Waiter {
  readonly fits: (entry: TraceEntry) => boolean;
  readonly resolve: (entry: TraceEntry | undefined) => void;
  readonly timer: Timer;
  readonly giveUp: () => void;
  readonly signal: AbortSignal | undefined;
}

/** Waits for entries that do not exist yet. Each is answered once: by an entry, a time-out, or the end. */
export class Waiters {
  readonly #clock: Clock;
  readonly #waiting = new Set<Waiter>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#waiting.size;
  }

  add(fits: (entry: TraceEntry) => boolean, ms: number, signal?: AbortSignal): Promise<TraceEntry | undefined> {
    return new Promise((resolve) => {
      const giveUp = (): void => this.#answer(waiter, undefined);
      const waiter: Waiter = { fits, resolve, timer: this.#clock.after(ms, giveUp), giveUp, signal };
      this.#waiting.add(waiter);
      signal?.addEventListener("abort", giveUp, { once: true });
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
    waiter.signal?.removeEventListener("abort", waiter.giveUp);
    waiter.resolve(entry);
  }
}
