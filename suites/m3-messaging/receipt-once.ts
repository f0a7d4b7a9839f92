import { check } from "../kit/index.js";
import { answeringReceipts, messageAcks } from "../kit/receipts.js";
import { sealedMessages } from "../kit/texts.js";
import { conversation } from "../scenarios/conversation.js";

export default check("m3-messaging/receipt-once", {
  requirement: "M3-14",
  version: 2,
  scenario: conversation,
  reached: (trace) => sealedMessages(trace).filter((entry) => answeringReceipts(trace, entry.messageId).length > 0),
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      const sent = answeringReceipts(trace, entry.messageId);
      expect("receipts of one message", sent.length, sent.at(-1)).is(1);
      const acks = messageAcks(trace, entry.messageId);
      expect("acks beside the receipt", acks.length, acks[0] ?? entry).is(0);
    }
  },
  hint: "Answer a message with one receipt: it stands for the ack as well.",
  mutants: { "double-receipt": "receipts of one message", "receipt-and-ack": "acks beside the receipt" },
  lawful: ["inactive-receipts"],
});
