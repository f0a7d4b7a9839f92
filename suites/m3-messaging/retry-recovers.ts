import { reachedDeviant } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { receipts } from "../kit/receipts.js";
import { deliveries, shown } from "../kit/texts.js";
import { corruptedMessage } from "../scenarios/retries.js";

export default check("m3-messaging/retry-recovers", {
  requirement: "M3-46",
  scenario: corruptedMessage,
  reached: (trace) => reachedDeviant(trace).filter((fault) => deliveries(trace, fault.messageId ?? "").length > 1),
  judge({ expect, reached: [fault], trace }) {
    const id = fault.messageId ?? "";
    const events = shown(trace, id);
    expect("times the resent message is shown", events.length, events.at(-1) ?? fault).is(1);
    const delivered = receipts(trace, id, "");
    expect("delivery receipts for the resent message", delivered.length, delivered.at(-1) ?? fault).isAtMost(1);
  },
  hint: "Show the message once, when the resent copy decrypts, and send its delivery receipt then.",
  mutants: {
    "drops-resent-message": "times the resent message is shown",
    "double-receipt": "delivery receipts for the resent message",
  },
});
