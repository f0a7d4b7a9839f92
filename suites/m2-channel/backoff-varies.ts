import { check } from "../kit/index.js";
import { backoff, median, middleSpread, pausesByRefusal } from "../scenarios/backoff.js";

export default check("m2-channel/backoff-varies", {
  requirement: "M2-78",
  scenario: backoff,
  timeBound: "the machine adds the same to all pauses",
  reached: (trace) =>
    (pausesByRefusal(trace).at(-1)?.length ?? 0) >= fewest
      ? trace.of("login", (entry) => entry.outcome === "refused")
      : [],
  judge({ expect, reached, trace }) {
    const longest = pausesByRefusal(trace).at(-1) ?? [];
    const spread = Math.round((100 * middleSpread(longest)) / Math.max(1, median(longest)));
    expect("spread of the pauses of several clients, in percent", spread, reached.at(-1)).isAtLeast(smallestSpread);
  },
  hint: "Add a random part to each pause, or all clients that a server has lost come back in the same moment.",
  mutants: { "backoff-in-step": "spread of the pauses of several clients, in percent" },
  lawful: ["full-jitter"],
});

/** Users whose longest pause must be known. */
const fewest = 6;
/** Of the middle pauses. More than a busy machine adds to a long pause, and less than chance makes of any jitter. */
const smallestSpread = 5;
