import { expectFollowerShown } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { neverOpens, reachedRepetition, retriesOf } from "../scenarios/retries.js";

export default check("m3-messaging/retry-bound", {
  requirement: "M3-32",
  scenario: neverOpens,
  reached: reachedRepetition,
  judge({ expect, reached: [fault], trace, profile }) {
    const retries = retriesOf(trace, fault);
    expect("requests for one message", retries.length, retries.at(-1) ?? fault).isAtMost(
      profile.receipts.maximumRetries,
    );
    expectFollowerShown(expect, trace, fault);
  },
  hint: "Give a message up after five requests: two broken sides would otherwise keep each other busy for ever.",
  mutants: { "asks-for-ever": "requests for one message" },
  lawful: ["asks-four-times"],
});
