import type { Clock, Timer } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import type { LinePlan } from "../../faults/hooks.js";

/** A line without a fault. */
export const directLine: LinePlan = {
  latencyMs: 0,
  bytesPerSecond: Number.POSITIVE_INFINITY,
  lossPercent: 0,
  stallMs: 0,
};

/** After so many repetitions of one piece the peers give up. */
const maximumRepetitions = 6;

export interface LineDeps {
  readonly plan: LinePlan;
  /** Real time. */
  readonly clock: Clock;
  readonly random: Random;
}

interface Carried {
  readonly bytes: number;
  /** When it arrives, on the monotonic clock. */
  readonly due: number;
  readonly arrive: () => void;
}

/** One direction of a connection: everything arrives in order, later than it was sent. */
export class Line {
  readonly #deps: LineDeps;
  readonly #broken: () => void;
  #waiting: Carried[] = [];
  #timer: Timer | undefined;
  /** When the last bit of what was sent before has left. */
  #free = Number.NEGATIVE_INFINITY;

  /** @param broken - Called when a piece was lost too often. What waits then never arrives. */
  constructor(deps: LineDeps, broken: () => void) {
    this.#deps = deps;
    this.#broken = broken;
  }

  /** Bytes that have not arrived. */
  get backlog(): number {
    return this.#waiting.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** A piece of no bytes cannot be lost: it stands for an end. */
  carry(bytes: number, arrive: () => void): void {
    const { plan, clock } = this.#deps;
    const repetitions = bytes === 0 ? 0 : this.#repetitions();
    // Each wait is twice as long as the one before.
    const stalled = plan.stallMs * (2 ** repetitions - 1);
    this.#free = Math.max(this.#free, clock.monotonic()) + (bytes * 1000) / plan.bytesPerSecond + stalled;
    const isLost = repetitions === maximumRepetitions;
    this.#waiting.push({ bytes, due: this.#free + plan.latencyMs, arrive: isLost ? () => this.#break() : arrive });
    this.#watch();
  }

  /** Drops what has not arrived. */
  clear(): void {
    this.#waiting = [];
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  #repetitions(): number {
    const { plan, random } = this.#deps;
    let count = 0;
    while (count < maximumRepetitions && plan.lossPercent > 0 && random.int(100) < plan.lossPercent) count += 1;
    return count;
  }

  #break(): void {
    this.clear();
    this.#broken();
  }

  #watch(): void {
    const [next] = this.#waiting;
    if (this.#timer !== undefined || next === undefined) return;
    const { clock } = this.#deps;
    this.#timer = clock.after(Math.max(0, next.due - clock.monotonic()), () => this.#arrive());
  }

  #arrive(): void {
    this.#timer = undefined;
    const now = this.#deps.clock.monotonic();
    // Timers may fire a little early, and the first one is due by its own timer.
    do this.#waiting.shift()?.arrive();
    while ((this.#waiting[0]?.due ?? Number.POSITIVE_INFINITY) <= now);
    this.#watch();
  }
}
