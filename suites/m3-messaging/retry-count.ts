import { check, childOf } from "../kit/index.js";
import { neverOpens, reachedRepetition, retriesOf } from "../scenarios/retries.js";

export default check("m3-messaging/retry-count", {
  requirement: "M3-31",
  scenario: neverOpens,
  reached: reachedRepetition,
  judge({ expect, reached: [fault], trace }) {
    for (const [index, retry] of retriesOf(trace, fault).entries()) {
      const count = childOf(retry.node, "retry")?.attrs["count"];
      expect("count of a retry receipt", count, retry).is(`${index + 1}`);
    }
  },
  hint: "Count the requests for one message, from 1; the sender decides by the count how to answer.",
  mutants: { "retry-count-stuck": "count of a retry receipt" },
});
