import { check } from "../kit/index.js";
import { isOpen, openedMessages } from "../kit/texts.js";
import { conversation } from "../scenarios/conversation.js";

export default check("m3-messaging/previous-counter", {
  requirement: "M3-48",
  scenario: conversation,
  // The first message of each chain but the first one.
  reached(trace) {
    const messages = openedMessages(trace).filter(isOpen);
    return messages.filter((entry, index) => {
      const before = messages[index - 1]?.inspection?.ratchetKey;
      return before !== undefined && entry.inspection !== undefined && entry.inspection.ratchetKey !== before;
    });
  },
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      const last = openedMessages(trace.before(entry)).findLast(isOpen)?.inspection?.counter ?? 0;
      // Open clients name the number of the last message, the Double Ratchet's text how many there were.
      expect("previous counter", entry.inspection?.previousCounter, entry).isOneOf([last, last + 1]);
    }
  },
  hint: "Say in each header how far the chain before went; a reader needs it to keep the keys of messages still on their way.",
  mutants: { "wrong-previous-counter": "previous counter" },
});
