import { check } from "../kit/index.js";
import { backoff, median, pausesByRefusal, timesRefused } from "../scenarios/backoff.js";

export default check("m2-channel/backoff-grows", {
  requirement: "M2-27",
  scenario: backoff,
  timeBound: "pauses grow by more than the machine adds to the first of them",
  // Whether clients come back at all is judged by m2-channel/failure-passing.
  reached: (trace) =>
    pausesByRefusal(trace).every((pauses) => pauses.length >= fewest)
      ? trace.of("login", (entry) => entry.outcome === "refused")
      : [],
  judge({ expect, reached, trace }) {
    const medians = pausesByRefusal(trace).map(median);
    const growth = (medians.at(-1) ?? 0) / Math.max(shortestPause, medians[0] ?? 0);
    expect(`pause after ${timesRefused} failures, as a multiple of the first`, round(growth), reached.at(-1)).isAtLeast(
      smallestGrowth,
    );
  },
  hint: "Let the pause grow with each failure, as by doubling it: a server in trouble is not helped by clients that ask as often as before.",
  mutants: {
    "constant-backoff": `pause after ${timesRefused} failures, as a multiple of the first`,
    "reconnects-without-backoff": `pause after ${timesRefused} failures, as a multiple of the first`,
  },
  lawful: ["full-jitter"],
});

/** Users of whom all pauses must be known. */
const fewest = 3;
/** Milliseconds. What is shorter is no pause but the work of the machine, which tells nothing about growth. */
const shortestPause = 20;
/** Doubling makes it four, a sum that grows by the first pause each time at least two. */
const smallestGrowth = 1.5;

function round(ratio: number): number {
  return Math.round(ratio * 10) / 10;
}
