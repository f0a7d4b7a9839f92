import { check } from "../../kit/index.js";
import { receipts } from "../../kit/receipts.js";
import { shown } from "../../kit/texts.js";
import { deliveredFiles, isLarger, mediaIn } from "../../scenarios/media-in.js";

export default check("m4-features/media/receipt", {
  requirement: "M4-45",
  scenario: mediaIn,
  reached: (trace) =>
    deliveredFiles(trace).filter((entry) => isLarger(entry) && shown(trace, entry.messageId).length > 0),
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      const sent = receipts(trace, entry.messageId, "");
      expect("delivery receipts", sent.length, sent[1] ?? entry).is(1);
    }
  },
  hint: "Acknowledge messages with files like any others: one receipt, when the message was decrypted.",
  mutants: {
    "no-receipt-for-files": "delivery receipts",
    "no-delivery-receipt": "delivery receipts",
    "double-receipt": "delivery receipts",
  },
  lawful: ["inactive-receipts"],
});
