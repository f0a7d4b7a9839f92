import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { reactions } from "../scenarios/reactions.js";

export default check("m4-features/reaction-resent", {
  requirement: "M4-85",
  scenario: reactions,
  reached: (trace) => appliedFaults(trace, "retry-requested"),
  judge({ expect, reached: [fault], trace }) {
    const [first, resent] = trace.of("opened", (entry) => entry.messageId === fault.messageId);
    expect("reaction sent again under its id", resent !== undefined, resent ?? fault).is(true);
    if (resent !== undefined)
      expect("emoji of the repetition", resent.content?.["emoji"], resent).is(first?.content?.["emoji"]);
  },
  hint: "A retry receipt for a reaction is answered like one for a text: the same content, encrypted anew, under the same id.",
  mutants: {
    "resends-as-fan-out": "reaction sent again under its id",
    "forgets-reactions": "reaction sent again under its id",
    "ignores-retry-request": "reaction sent again under its id",
    "key-get-extra-attribute": "reaction sent again under its id",
    "reuses-message-id": "emoji of the repetition",
    "new-id-on-retry": "reaction sent again under its id",
  },
});
