import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { isOpen, openedMessages } from "../kit/texts.js";
import { newPhoneInBundle } from "../scenarios/identity.js";
import { answersRetries } from "../scenarios/retries.js";

export default check("m3-messaging/identity-change-written-to", {
  requirement: "M3-139",
  version: 2,
  scenario: newPhoneInBundle,
  // The message that the new phone could not open, of a provider that sends other messages again.
  reached(trace) {
    const [fault] = appliedFaults(trace, "identity-notice-withheld");
    return fault === undefined || !answersRetries(trace) ? [] : openedMessages(trace.after(fault)).slice(0, 1);
  },
  judge({ expect, reached: [first], trace }) {
    const { messageId } = first;
    const arrived = openedMessages(trace).some((entry) => entry.messageId === messageId && isOpen(entry));
    expect("message to a contact with a new identity key", arrived ? "arrives" : "is lost", first).is("arrives");
  },
  hint: "Show the notice, and send the message to the new key when it is asked for again.",
  mutants: {
    "ignores-new-registration": "message to a contact with a new identity key",
    "writes-to-no-changed-identity": "message to a contact with a new identity key",
  },
});
