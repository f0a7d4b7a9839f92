import { check } from "../kit/index.js";
import { messageAnswers, receipts } from "../kit/receipts.js";
import { shown } from "../kit/texts.js";
import { offline, waitedMessages } from "../scenarios/absence.js";

export default check("m3-messaging/offline-answered", {
  requirement: "M3-86",
  version: 3,
  scenario: offline,
  // Where a message did not open at first, other checks judge why.
  reached: (trace) =>
    waitedMessages(trace).filter(
      ({ content, messageId }) =>
        receipts(trace, messageId, "retry").length === 0 &&
        (content.type !== "text" || shown(trace, messageId).length > 0),
    ),
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      const answers = messageAnswers(trace, entry.messageId);
      expect("answers to a message from the mailbox", answers.length, answers.at(-1) ?? entry).is(1);
    }
  },
  hint: "Answer each message from the mailbox once, alone or in one receipt with others of its sender: it stays there until then, and comes again.",
  mutants: {
    "no-receipt-when-offline": "answers to a message from the mailbox",
    "no-delivery-receipt": "answers to a message from the mailbox",
    "double-receipt": "answers to a message from the mailbox",
    "receipt-and-ack": "answers to a message from the mailbox",
    "drops-older-than-newest": "answers to a message from the mailbox",
    "loses-waiting-files": "answers to a message from the mailbox",
    "no-receipt-for-files": "answers to a message from the mailbox",
    "loses-waiting-reactions": "answers to a message from the mailbox",
  },
  lawful: ["receipts-in-list"],
});
