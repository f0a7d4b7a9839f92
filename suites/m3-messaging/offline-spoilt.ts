import { appliedFaults } from "../kit/faults.js";
import { check, type Trace } from "../kit/index.js";
import { receipts } from "../kit/receipts.js";
import { deliveries, sealedText, shownTexts } from "../kit/texts.js";
import { offline, waitedMessages } from "../scenarios/absence.js";

export default check("m3-messaging/offline-spoilt", {
  requirement: "M3-130",
  version: 2,
  scenario: offline,
  // It lay among messages that were shown. A provider that recovers no message at all is judged by others.
  reached: (trace) =>
    appliedFaults(trace, "ciphertext-corrupted").filter(
      ({ messageId = "" }) =>
        deliveries(trace, messageId).some(({ node }) => "offline" in node.attrs) &&
        waitedMessages(trace).some(({ messageId: other }) => shownTexts(trace, sealedText(trace, other)).length > 0) &&
        recoversLater(trace),
    ),
  judge({ expect, reached: [fault], trace }) {
    const id = fault.messageId ?? "";
    const retries = receipts(trace, id, "retry");
    expect(
      "retry receipt for a message from the mailbox",
      retries.length > 0 ? "sent" : "none",
      retries[0] ?? fault,
    ).is("sent");
    const events = shownTexts(trace, sealedText(trace, id));
    expect("times the message is shown in the end", events.length, events.at(-1) ?? fault).is(1);
  },
  hint: "A message from the mailbox that does not open is asked for again like any other; with an ack alone it is lost.",
  mutants: {
    "drops-older-than-newest": "retry receipt for a message from the mailbox",
    "ignores-bad-waiting-message": "retry receipt for a message from the mailbox",
  },
  lawful: ["receipts-in-list"],
});

/** The last message, which was spoilt while the user was there, is shown. */
function recoversLater(trace: Trace): boolean {
  const { messageId = "" } = appliedFaults(trace, "ciphertext-corrupted").at(-1) ?? {};
  return (
    shownTexts(trace, sealedText(trace, messageId)).length > 0 &&
    deliveries(trace, messageId).every(({ node }) => !("offline" in node.attrs))
  );
}
