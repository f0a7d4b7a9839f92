import { describe, expect, test } from "@jest/globals";
import { isBusy, stretched } from "../core/pressure.js";
import type { Clock } from "../core/clock.js";
import { type Gauge, pressureMeter, systemGauge } from "./pressure-meter.js";

/** A machine whose time passes when the test says so; `stall` is the share of it in which tasks wait. */
function machine({ counts = true }: { readonly counts?: boolean } = {}) {
  let now = 0;
  let stalledMs = 0;
  let stall = 0;
  let load = 0;
  let timers: { readonly due: number; readonly fire: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    monotonic: () => now,
    after(ms, fire) {
      const timer = { due: now + ms, fire };
      timers.push(timer);
      return { cancel: () => void (timers = timers.filter((each) => each !== timer)) };
    },
  };
  const gauge: Gauge = { stalledMs: () => (counts ? stalledMs : undefined), load: () => load };
  function pass(ms: number): void {
    now += ms;
    stalledMs += stall * ms;
  }
  function fireDue(): void {
    for (
      let due = timers.find((timer) => timer.due <= now);
      due !== undefined;
      due = timers.find((timer) => timer.due <= now)
    ) {
      const fired = due;
      timers = timers.filter((timer) => timer !== fired);
      fired.fire();
    }
  }
  return {
    clock,
    gauge,
    stall: (share: number) => void (stall = share),
    load: (of: number) => void (load = of),
    /** Timers fire in time. */
    run(ms: number): void {
      for (const end = now + ms; now < end; fireDue()) pass(Math.min(10, end - now));
    },
    /** No timer fires meanwhile. */
    block(ms: number): void {
      pass(ms);
      fireDue();
    },
  };
}

test("tells how late the event loop was since the beginning, and no longer", () => {
  const { clock, gauge, run, block } = machine();
  const meter = pressureMeter(clock, gauge);
  const sinceStart = meter.begin();
  run(200);
  block(1850);
  const sinceThen = meter.begin();
  run(200);
  expect(sinceStart()).toEqual({ lateMs: 1800, stalled: 0 });
  expect(sinceThen()).toEqual({ lateMs: 0, stalled: 0 });
});

test("tells a delay that is not over yet", () => {
  const { clock, gauge } = machine();
  let ahead = 0;
  const late: Clock = { ...clock, monotonic: () => ahead };
  const since = pressureMeter(late, gauge).begin();
  ahead = 450;
  expect(since().lateMs).toBe(400);
});

test("tells the share of the time in which tasks waited, or else the load", () => {
  const counting = machine();
  const since = pressureMeter(counting.clock, counting.gauge).begin();
  counting.stall(0.5);
  counting.run(1000);
  expect(since()).toEqual({ lateMs: 0, stalled: 0.5 });

  const loading = machine({ counts: false });
  const then = pressureMeter(loading.clock, loading.gauge).begin();
  loading.load(4);
  loading.run(1000);
  expect(then()).toEqual({ lateMs: 0, load: 4 });
});

describe("patience", () => {
  test("ends in time on a calm machine", () => {
    const { clock, gauge, run } = machine();
    let fired = 0;
    stretched(clock, pressureMeter(clock, gauge), 2000, () => void fired++);
    run(1900);
    expect(fired).toBe(0);
    run(150);
    expect(fired).toBe(1);
  });

  test("gets back what a busy machine took", () => {
    const { clock, gauge, run, stall } = machine();
    let fired = 0;
    stretched(clock, pressureMeter(clock, gauge), 2000, () => void fired++);
    stall(0.95);
    run(3000);
    stall(0);
    run(1800);
    expect(fired).toBe(0);
    run(400);
    expect(fired).toBe(1);
  });

  test("ends also on a machine that is always busy", () => {
    const { clock, gauge, run, stall } = machine();
    let fired = 0;
    stretched(clock, pressureMeter(clock, gauge), 2000, () => void fired++);
    stall(1);
    run(5900);
    expect(fired).toBe(0);
    run(200);
    expect(fired).toBe(1);
  });

  test("can be called off", () => {
    const { clock, gauge, run, stall } = machine();
    let fired = 0;
    const timer = stretched(clock, pressureMeter(clock, gauge), 100, () => void fired++);
    stall(1);
    run(200);
    timer.cancel();
    run(2000);
    expect(fired).toBe(0);
  });
});

test("the gauge of this system tells one of both", () => {
  const gauge = systemGauge();
  const told = gauge.stalledMs() ?? gauge.load();
  expect(process.platform === "win32" ? 0 : told).toBeGreaterThanOrEqual(0);
});

test.each([
  [{ lateMs: 99, stalled: 0.59 }, false],
  [{ lateMs: 100 }, true],
  [{ lateMs: 0, stalled: 0.6 }, true],
  [{ lateMs: 0, load: 1.9 }, false],
  [{ lateMs: 0, load: 2 }, true],
])("%j is busy: %j", (pressure, expected) => expect(isBusy(pressure)).toBe(expected));
