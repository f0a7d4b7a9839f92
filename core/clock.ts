/** Time as an argument. Only `runtime/` reads the machine's clock. */
export interface Clock {
  /** Wall clock, unix milliseconds. */
  now(): number;
  /** Milliseconds since an arbitrary start; never goes back. */
  monotonic(): number;
  /** Calls `fire` once, `ms` from now. A pending timer does not keep the process alive. */
  after(ms: number, fire: () => void): Timer;
}

export interface Timer {
  cancel(): void;
}

/** A clock that a test may move forward; timers that become due fire in order. */
export interface MovableClock extends Clock {
  advance(ms: number): void;
}
