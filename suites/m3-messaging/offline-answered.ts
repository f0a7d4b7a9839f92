import { check } from "../kit/index.js";
import { messageAnswers } from "../kit/receipts.js";
import { deliveries, sealedMessages, shown } from "../kit/texts.js";
import { offline } from "../scenarios/absence.js";

export default check("m3-messaging/offline-answered", {
  requirement: "M3-86",
  scenario: offline,
  reached: (trace) =>
    sealedMessages(trace).filter(
      ({ messageId }) =>
        shown(trace, messageId).length > 0 && deliveries(trace, messageId).some(({ node }) => "offline" in node.attrs),
    ),
  judge({ expect, reached, trace }) {
    for (const { messageId } of reached) {
      const answers = messageAnswers(trace, messageId);
      expect("answers to a message from the mailbox", answers.length, answers.at(-1) ?? reached[0]).is(1);
    }
  },
  hint: "Answer each message from the mailbox once, with a receipt: it stays there until then, and comes again.",
  mutants: {
    "no-receipt-when-offline": "answers to a message from the mailbox",
    "no-delivery-receipt": "answers to a message from the mailbox",
    "double-receipt": "answers to a message from the mailbox",
    "receipt-and-ack": "answers to a message from the mailbox",
  },
});
