import { expect, test } from "@jest/globals";
import type { Clock } from "../core/clock.js";
import { pace } from "./pace.js";

/** Its timers drop fractions of a millisecond, as those of Node do. */
function droppingClock(): Pick<Clock, "monotonic" | "after"> {
  let now = 100.4;
  return {
    monotonic: () => now,
    after(ms, fire) {
      now += Math.trunc(ms);
      queueMicrotask(fire);
      return { cancel: () => undefined };
    },
  };
}

test("fires nothing before it is due", async () => {
  const clock = droppingClock() as Clock;
  const early: number[] = [];
  const fire = (due: number): void => void early.push(Math.max(0, due - clock.monotonic()));
  await pace([0, 2.7, 5.2, 5.3], { clock, start: clock.monotonic(), stopped: new AbortController().signal, fire });
  expect(early).toEqual([0, 0, 0, 0]);
});
