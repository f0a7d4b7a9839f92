import { check, type Trace } from "../kit/index.js";
import { backoff, drowns, median, pausesByRefusal, timesRefused } from "../scenarios/backoff.js";

export default check("m2-channel/backoff-grows", {
  requirement: "M2-27",
  version: 2,
  scenario: backoff,
  timeBound: "pauses grow by more than the machine adds to the first of them",
  // Whether clients come back at all is judged by m2-channel/failure-passing.
  reached(trace) {
    const pauses = pausesByRefusal(trace);
    if (pauses.some((each) => each.length < fewest)) return [];
    if (growth(trace) < smallestGrowth && drowns(trace, { first: pauses[0] ?? [], last: pauses.at(-1) ?? [] }))
      return [];
    return trace.of("login", (entry) => entry.outcome === "refused");
  },
  judge({ expect, reached, trace }) {
    const what = `pause after ${timesRefused} failures, as a multiple of the first`;
    expect(what, growth(trace), reached.at(-1)).isAtLeast(smallestGrowth);
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

function growth(trace: Trace): number {
  const medians = pausesByRefusal(trace).map(median);
  return Math.round((10 * (medians.at(-1) ?? 0)) / Math.max(shortestPause, medians[0] ?? 0)) / 10;
}
