import { check, type Trace } from "../kit/index.js";
import { backoff, drowns, growth, pausesByRefusal, timesRefused, type Ends } from "../scenarios/backoff.js";

export default check("m2-channel/backoff-grows", {
  requirement: "M2-27",
  version: 3,
  scenario: backoff,
  timeBound: "pauses grow by more than the machine adds to the first of them",
  // Whether clients come back at all is judged by m2-channel/failure-passing.
  reached(trace) {
    const pauses = pausesByRefusal(trace);
    if (pauses.some((each) => each.length < fewest)) return [];
    if (drowns(trace, ends(trace), smallestGrowth)) return [];
    return trace.of("login", (entry) => entry.outcome === "refused");
  },
  judge({ expect, reached, trace }) {
    const what = `pause after ${timesRefused} failures, as a multiple of the first`;
    expect(what, growth(trace, ends(trace)), reached.at(-1)).isAtLeast(smallestGrowth);
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
/** Doubling makes it four, a sum that grows by the first pause each time at least two. */
const smallestGrowth = 1.5;

/** The pauses after the first refusal, and after the last. */
function ends(trace: Trace): Ends {
  const pauses = pausesByRefusal(trace);
  return { first: pauses[0] ?? [], last: pauses.at(-1) ?? [] };
}
