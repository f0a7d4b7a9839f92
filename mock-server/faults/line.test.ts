import { describe, expect, test } from "@jest/globals";
import type { LinePlan } from "../../faults/hooks.js";
import { movableClock } from "../../runtime/movable-clock.js";
import { seededRandom } from "../../runtime/random.js";
import { stillClock } from "../testing/rig.js";
import { directLine, Line } from "./line.js";

/** A line on a clock that only the test moves, and what arrived at which time. */
function line(change: Partial<LinePlan>, seed = "line") {
  const clock = movableClock(stillClock());
  const started = clock.monotonic();
  const arrived: string[] = [];
  let broken = false;
  const made = new Line({ plan: { ...directLine, ...change }, clock, random: seededRandom(seed) }, () => {
    broken = true;
  });
  return {
    made,
    arrived,
    isBroken: () => broken,
    send: (name: string, bytes: number) =>
      made.carry(bytes, () => arrived.push(`${name} at ${Math.round(clock.monotonic() - started)}`)),
    /** In steps, so that each arrival has its own time. */
    wait(ms: number) {
      for (let left = ms; left > 0; left -= 1) clock.advance(1);
    },
  };
}

describe("a line", () => {
  test("with latency delays everything by the same time", () => {
    const { send, wait, arrived } = line({ latencyMs: 40 });
    send("first", 10);
    wait(10);
    send("second", 5000);
    wait(60);
    expect(arrived).toEqual(["first at 40", "second at 50"]);
  });

  test("with little bandwidth carries one piece after the other", () => {
    const { made, send, wait, arrived } = line({ bytesPerSecond: 1000 });
    send("first", 100);
    send("second", 50);
    send("end", 0);
    wait(120);
    expect(made.backlog).toBe(50);
    wait(80);
    expect(arrived).toEqual(["first at 100", "second at 150", "end at 150"]);
  });

  test("that loses pieces lets nothing overtake them, and loses nothing for good", () => {
    const { send, wait, arrived, isBroken } = line({ lossPercent: 20, stallMs: 10 });
    const names = Array.from({ length: 40 }, (_, index) => `piece ${index}`);
    for (const name of names) send(name, 10);
    wait(5000);
    expect(isBroken()).toBe(false);
    expect(arrived.map((each) => each.replace(/ at .*/, ""))).toEqual(names);
    const times = new Set(arrived.map((each) => Number(/\d+$/.exec(each)?.[0])));
    expect(times.size).toBeGreaterThan(5);
  });

  test("that loses everything breaks after six repetitions, each after twice the time", () => {
    const { send, wait, arrived, isBroken } = line({ lossPercent: 100, stallMs: 10 });
    send("first", 10);
    send("second", 10);
    wait(629);
    expect(isBroken()).toBe(false);
    wait(2);
    expect(isBroken()).toBe(true);
    wait(5000);
    expect(arrived).toEqual([]);
  });

  test("that is cleared brings nothing any more, and carries again", () => {
    const { made, send, wait, arrived } = line({ latencyMs: 10 });
    send("dropped", 1);
    made.clear();
    send("carried", 1);
    wait(30);
    expect(arrived).toEqual(["carried at 10"]);
  });
});
