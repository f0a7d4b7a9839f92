import { readFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import type { Clock, Timer } from "../core/clock.js";
import { isBusy, type Pressure, type PressureMeter } from "../core/pressure.js";

/** What a system tells of its processors; each undefined where it does not. */
export interface Gauge {
  /** Milliseconds, since the system started, in which a task waited for a processor. */
  stalledMs(): number | undefined;
  /** Runnable tasks for each processor, over the last minute. */
  load(): number | undefined;
}

/** Often enough to see a delay that matters, seldom enough to cost nothing. */
const tickMs = 50;
/** What is allowed in calm milliseconds takes at most so many times as long. */
const longestStretch = 3;

/** Measures by a timer of its own, which is late when the event loop is, and by the gauge. */
export function pressureMeter(clock: Clock, gauge: Gauge): PressureMeter {
  const windows = new Set<{ lateMs: number }>();
  let due = clock.monotonic() + tickMs;
  let before = { at: clock.monotonic(), stalledMs: gauge.stalledMs() };
  let busyMs = 0;
  let timer: Timer = clock.after(tickMs, tick);

  function tick(): void {
    const now = clock.monotonic();
    const lateMs = Math.max(0, now - due);
    for (const window of windows) window.lateMs = Math.max(window.lateMs, lateMs);
    const stalledMs = gauge.stalledMs();
    if (isBusy(pressureBetween(before, { at: now, stalledMs }, lateMs))) busyMs += now - before.at;
    before = { at: now, stalledMs };
    due = now + tickMs;
    timer = clock.after(tickMs, tick);
  }

  function pressureBetween(from: Reading, to: Reading, lateMs: number): Pressure {
    if (from.stalledMs === undefined || to.stalledMs === undefined) {
      const load = gauge.load();
      return { lateMs, ...(load !== undefined && { load }) };
    }
    const share = (to.stalledMs - from.stalledMs) / Math.max(1, to.at - from.at);
    return { lateMs, stalled: Math.min(1, Math.max(0, share)) };
  }

  return {
    begin() {
      const window = { lateMs: 0 };
      windows.add(window);
      const from = { at: clock.monotonic(), stalledMs: gauge.stalledMs() };
      return () => {
        windows.delete(window);
        const at = clock.monotonic();
        // The timer itself may still be waiting for its turn.
        const lateMs = Math.round(Math.max(window.lateMs, at - due, 0));
        return pressureBetween(from, { at, stalledMs: gauge.stalledMs() }, lateMs);
      };
    },
    allow(ms) {
      const [began, busyBefore] = [clock.monotonic(), busyMs];
      return () => {
        const passed = clock.monotonic() - began;
        return Math.min(ms - (passed - (busyMs - busyBefore)), longestStretch * ms - passed);
      };
    },
    close: () => timer.cancel(),
  };
}

interface Reading {
  readonly at: number;
  readonly stalledMs: number | undefined;
}

/** Those of the control group come first: in a container, the system's are those of all its neighbours. */
const pressureFiles = ["/sys/fs/cgroup/cpu.pressure", "/proc/pressure/cpu"];

/** Linux counts pressure; other systems but Windows tell a load. */
export function systemGauge(): Gauge {
  const file = pressureFiles.find((path) => stalledIn(path) !== undefined);
  return {
    stalledMs: () => (file === undefined ? undefined : stalledIn(file)),
    load: () => (process.platform === "win32" ? undefined : (loadavg()[0] ?? 0) / availableParallelism()),
  };
}

function stalledIn(path: string): number | undefined {
  try {
    const total = /^some .*total=(\d+)/.exec(readFileSync(path, "utf8"))?.[1];
    return total === undefined ? undefined : Number(total) / 1000;
  } catch {
    return undefined;
  }
}
