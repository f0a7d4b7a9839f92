import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { shown } from "../kit/texts.js";
import { deliveredReactions, openedReactions, reactions, shownReactions, targetOf } from "../scenarios/reactions.js";

export default check("m4-features/reaction-to-resent", {
  requirement: "M4-112",
  scenario: reactions,
  // A message that did not open at first, and was shown.
  reached: (trace) =>
    appliedFaults(trace, "ciphertext-corrupted").filter(({ messageId = "" }) => shown(trace, messageId).length > 0),
  judge({ expect, reached: [fault], trace }) {
    const id = fault.messageId ?? "";
    const sent = openedReactions(trace).find(({ wanted }) => wanted.target.id === id)?.opened;
    if (sent !== undefined) expect("message reacted to", targetOf(sent).id, sent).is(id);
    // A provider that shows no reaction at all is judged by m4-features/reaction-in.
    const received =
      deliveredReactions(trace.after(fault), "emoji").length > 0 &&
      trace.of("event", ({ event }) => event.kind === "reaction").length > 0;
    const events = shownReactions(trace, id);
    if (received)
      expect("reaction to a message that came again", events.length > 0 ? "shown" : "not shown", events[0] ?? fault).is(
        "shown",
      );
  },
  hint: "A message that opened only when it was sent again keeps its id: reactions name it like any other.",
  mutants: {
    "reaction-as-text": "message reacted to",
    "reaction-other-target": "message reacted to",
    "forgets-resent-in-reactions": "reaction to a message that came again",
  },
});
