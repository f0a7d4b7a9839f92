import { check } from "../kit/index.js";
import { expectFollowerShown, reachedOdd } from "../kit/odd-messages.js";
import { deliveries, receipts, shown } from "../kit/texts.js";
import { oddMessages } from "../scenarios/odd-messages.js";

export default check("m3-messaging/duplicate-in-session", {
  requirement: "M3-22",
  scenario: oddMessages,
  reached: (trace) =>
    reachedOdd(trace, "message-duplicated").filter((fault) => deliveries(trace, fault.messageId ?? "").length > 1),
  judge({ expect, reached: [fault], trace }) {
    const events = shown(trace, fault.messageId ?? "");
    expect("times the message is shown", events.length, events.at(-1) ?? fault).is(1);
    const retries = receipts(trace, fault.messageId ?? "", "retry");
    expect("retry receipts for the copy", retries.length, retries[0] ?? fault).is(0);
    expectFollowerShown(expect, trace, fault);
  },
  hint: "A copy of a message that was decrypted already is normal after a lost ack: take it silently.",
  mutants: { "shows-duplicates": "times the message is shown", "retries-duplicates": "retry receipts for the copy" },
});
