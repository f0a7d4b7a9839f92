import { faultsOnMessages } from "../kit/faults.js";
import { check, childOf } from "../kit/index.js";
import { receipts } from "../kit/receipts.js";
import { deliveries, shown } from "../kit/texts.js";
import { oddMessages } from "../scenarios/odd-messages.js";

export default check("m3-messaging/corrupted-in-session", {
  requirement: "M3-17",
  scenario: oddMessages,
  reached: (trace) =>
    faultsOnMessages(trace, "ciphertext-corrupted").filter(({ messageId = "" }) =>
      deliveries(trace, messageId).some(({ node }) => childOf(node, "enc")?.attrs["type"] === "msg"),
    ),
  judge({ expect, reached: [fault], trace }) {
    const id = fault.messageId ?? "";
    const [retry] = receipts(trace, id, "retry");
    if (!expect("retry receipt in a running session", retry === undefined ? "none" : "sent", retry ?? fault).is("sent"))
      return;
    const early = receipts(trace.before(retry ?? fault), id, "");
    expect("delivery receipts for what did not decrypt", early.length, early[0] ?? fault).is(0);
    const events = shown(trace, id);
    expect("times the resent message is shown", events.length, events.at(-1) ?? fault).is(1);
  },
  hint: "An ordinary message that does not decrypt is asked for again like a pre-key message.",
  mutants: {
    "ignores-undecryptable": "retry receipt in a running session",
    "ignores-bad-mac-in-session": "retry receipt in a running session",
    "receipt-for-undecryptable": "retry receipt in a running session",
    "drops-resent-message": "times the resent message is shown",
    "retry-without-registration": "times the resent message is shown",
  },
});
