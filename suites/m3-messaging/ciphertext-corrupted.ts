import { reachedDeviant } from "../kit/faults.js";
import { bytesIn, check, childOf } from "../kit/index.js";
import { receipts } from "../kit/receipts.js";
import { deliveries } from "../kit/texts.js";
import { corruptedMessage } from "../scenarios/retries.js";

export default check("m3-messaging/ciphertext-corrupted", {
  requirement: "M3-17",
  scenario: corruptedMessage,
  reached: reachedDeviant,
  judge({ expect, reached: [fault], trace }) {
    const id = fault.messageId ?? "";
    const [, resent] = deliveries(trace, id);
    const early = receipts(resent === undefined ? trace : trace.before(resent), id, "");
    expect("delivery receipts for what did not decrypt", early.length, early[0] ?? fault).is(0);
    const [retry] = receipts(trace, id, "retry");
    if (!expect("retry receipt", retry === undefined ? "none" : "sent", retry ?? fault).is("sent")) return;
    expect("count of the first retry", childOf(retry?.node, "retry")?.attrs["count"], retry).is("1");
    expect("registration in bytes", bytesIn(childOf(retry?.node, "registration"))?.length, retry).is(4);
  },
  hint: "Answer a message that does not decrypt with a receipt of type retry: a retry child with count, id, t and v, and your registration id.",
  mutants: {
    "ignores-undecryptable": "retry receipt",
    "receipt-for-undecryptable": "delivery receipts for what did not decrypt",
    "retry-without-registration": "registration in bytes",
  },
});
