import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { memberOf } from "../kit/json.js";
import { openedReplies, replies } from "../scenarios/replies.js";

export default check("m4-features/reply-to-resent", {
  requirement: "M4-114",
  scenario: replies,
  reached(trace) {
    const late = appliedFaults(trace, "ciphertext-corrupted").map(({ messageId }) => messageId);
    return openedReplies(trace).flatMap(({ opened, wanted }) => (late.includes(wanted.id) ? opened : []));
  },
  judge({ expect, reached, trace }) {
    for (const { opened, wanted, found } of openedReplies(trace)) {
      if (!reached.includes(opened)) continue;
      expect("id of the message that is answered", memberOf(found, "id"), opened).is(wanted.id);
    }
  },
  hint: "A message that opened only when it was sent again keeps its id: answers name it like any other.",
  mutants: {
    "forgets-resent-in-replies": "id of the message that is answered",
    "reply-without-reference": "id of the message that is answered",
  },
});
