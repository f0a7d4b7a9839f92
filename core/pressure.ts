import type { Clock, Timer } from "./clock.js";

/** How busy the machine was while something was measured. Plain JSON: a trace keeps it. */
export interface Pressure {
  /** By how many milliseconds the event loop of the harness was late, at worst. */
  readonly lateMs: number;
  /** Share of the time in which a task waited for a processor; absent where the system does not count it. */
  readonly stalled?: number;
  /** Runnable tasks for each processor, over the last minute; only where `stalled` is absent. */
  readonly load?: number;
}

/** Measures the pressure on this machine, from now on and all the time. */
export interface PressureMeter {
  /** Begins to measure; the function that it returns tells the pressure since then. */
  begin(): () => Pressure;
  /** Allows so many calm milliseconds, and of busy ones a limited number more; the function tells how many are left. */
  allow(ms: number): () => number;
  close(): void;
}

/**
 * From these values on, what comes late may be late because of this machine. They are low: what they make doubtful is run
 * again, alone, and a machine that is calm then decides it.
 */
const busy = {
  /** A third of the shortest time that a provider is told. */
  lateMs: 100,
  stalled: 0.6,
  load: 2,
};

export function isBusy({ lateMs, stalled = 0, load = 0 }: Pressure): boolean {
  return lateMs >= busy.lateMs || stalled >= busy.stalled || load >= busy.load;
}

/** For example "event loop late by 1.8 s, tasks waited for a processor 97 % of the time". */
export function pressureInWords({ lateMs, stalled, load }: Pressure): string {
  const words = [`event loop late by ${duration(lateMs)}`];
  if (stalled !== undefined) words.push(`tasks waited for a processor ${Math.round(100 * stalled)} % of the time`);
  if (load !== undefined) words.push(`${load.toFixed(1)} runnable tasks for each processor`);
  return words.join(", ");
}

function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** Calls `fire` when the time is over; on a busy machine later, where a meter allows more of it. */
export function stretched(
  clock: Clock,
  meter: Pick<PressureMeter, "allow"> | undefined,
  ms: number,
  fire: () => void,
): Timer {
  if (meter === undefined) return clock.after(ms, fire);
  const left = meter.allow(ms);
  let timer = clock.after(ms, again);
  function again(): void {
    const rest = left();
    if (rest < 1) fire();
    else timer = clock.after(rest, again);
  }
  return { cancel: () => timer.cancel() };
}
