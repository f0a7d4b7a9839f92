import { expectNotShown, reachedDeviant } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { textIn } from "../kit/json.js";
import { receipts } from "../kit/receipts.js";
import { deliveries, sealedText, shown } from "../kit/texts.js";
import { corruptedMessage } from "../scenarios/retries.js";

export default check("m3-messaging/retry-recovers", {
  requirement: "M3-46",
  version: 2,
  scenario: corruptedMessage,
  reached: (trace) => reachedDeviant(trace).filter((fault) => deliveries(trace, fault.messageId ?? "").length > 1),
  judge({ expect, reached: [fault], trace }) {
    const id = fault.messageId ?? "";
    const events = shown(trace, id);
    expect("times the resent message is shown", events.length, events.at(-1) ?? fault).is(1);
    expectNotShown(expect, trace, fault);
    const texts = events.map(({ event }) => textIn(event["content"], "text"));
    expect("text of the resent message", texts.at(-1), events.at(-1) ?? fault).is(sealedText(trace, id));
    const delivered = receipts(trace, id, "");
    expect("delivery receipts for the resent message", delivered.length, delivered.at(-1) ?? fault).isAtMost(1);
  },
  hint: "Show the message once, when the resent copy decrypts, and send its delivery receipt then.",
  mutants: {
    "drops-resent-message": "times the resent message is shown",
    "shows-unopened-as-empty": "message shown to the user",
    "deaf-after-bad-opening": "times the resent message is shown",
    "double-receipt": "delivery receipts for the resent message",
  },
});
