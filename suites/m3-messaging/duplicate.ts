import { check } from "../kit/index.js";
import { reachedDeviant, sendDeviantMessage } from "../kit/deviant-message.js";
import { deliveries, receipts, shown } from "../kit/texts.js";

export default check("m3-messaging/duplicate", {
  requirement: "M3-22",
  needs: ["text-receive"],
  drive: async (context) => void (await sendDeviantMessage(context, { fault: "message-duplicated" })),
  reached: (trace) => reachedDeviant(trace).filter((fault) => deliveries(trace, fault.messageId ?? "").length > 1),
  judge({ expect, reached: [fault], trace }) {
    const events = shown(trace, fault.messageId ?? "");
    expect("times the message is shown", events.length, events.at(-1) ?? fault).is(1);
    const retries = receipts(trace, fault.messageId ?? "", "retry");
    expect("retry receipts for the copy", retries.length, retries[0] ?? fault).is(0);
  },
  hint: "A copy of a message that you have decrypted already is normal after a lost ack: take it silently.",
  mutants: { "shows-duplicates": "times the message is shown", "retries-duplicates": "retry receipts for the copy" },
});
