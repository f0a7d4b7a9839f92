import { expectFollowerShown, expectTakenOnce, faultsOnMessages } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { deliveries } from "../kit/texts.js";
import { oddMessages } from "../scenarios/odd-messages.js";

export default check("m3-messaging/duplicate-in-session", {
  requirement: "M3-22",
  scenario: oddMessages,
  reached: (trace) =>
    faultsOnMessages(trace, "message-duplicated").filter(
      (fault) => deliveries(trace, fault.messageId ?? "").length > 1,
    ),
  judge({ expect, reached: [fault], trace }) {
    expectTakenOnce(expect, trace, fault);
    expectFollowerShown(expect, trace, fault);
  },
  hint: "A copy of a message that was decrypted already is normal after a lost ack: take it silently.",
  mutants: { "shows-duplicates": "times the message is shown", "retries-duplicates": "retry receipts for the copy" },
});
