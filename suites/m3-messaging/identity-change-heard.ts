import { check } from "../kit/index.js";
import { deliveries, sealedMessages, shown } from "../kit/texts.js";
import { newPhone } from "../scenarios/identity.js";

export default check("m3-messaging/identity-change-heard", {
  requirement: "M3-140",
  scenario: newPhone,
  // Messages under the new identity key, when one under the old key had been shown.
  reached(trace) {
    const [before, ...after] = sealedMessages(trace);
    const works = before !== undefined && shown(trace, before.messageId).length > 0;
    return works ? after.filter(({ messageId }) => deliveries(trace, messageId).length > 0) : [];
  },
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      const events = shown(trace, entry.messageId);
      expect("times a message under a new identity key is shown", events.length, events.at(-1) ?? entry).is(1);
    }
  },
  hint: "A new identity key is the usual sign of a new phone: say so, accept it, and go on.",
  mutants: { "refuses-changed-identity": "times a message under a new identity key is shown" },
});
