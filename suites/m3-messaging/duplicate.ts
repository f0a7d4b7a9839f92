import { expectTakenOnce, reachedDeviant, sendDeviantMessage } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { deliveries } from "../kit/texts.js";

export default check("m3-messaging/duplicate", {
  requirement: "M3-22",
  needs: ["text-receive"],
  drive: async (context) => void (await sendDeviantMessage(context, { fault: "message-duplicated" })),
  reached: (trace) => reachedDeviant(trace).filter((fault) => deliveries(trace, fault.messageId ?? "").length > 1),
  judge: ({ expect, reached: [fault], trace }) => expectTakenOnce(expect, trace, fault),
  hint: "A copy of a message that you have decrypted already is normal after a lost ack: take it silently.",
  mutants: {
    "shows-duplicates": "times the message is shown",
    "retries-duplicates": "retry receipts for the copy",
    "asks-for-used-one-time-key": "retry receipts for the copy",
  },
});
