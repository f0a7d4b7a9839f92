import { check } from "../kit/index.js";
import { isOpen, openedMessages, sealedMessages, shown } from "../kit/texts.js";
import { conversation } from "../scenarios/conversation.js";

export default check("m3-messaging/ratchet-turns", {
  requirement: "M3-08",
  scenario: conversation,
  // Messages with at least one received message between them and the one before.
  reached: (trace) =>
    sealedMessages(trace).flatMap((sealed) => {
      const [received] = shown(trace, sealed.messageId);
      if (received === undefined || !openedMessages(trace.before(sealed)).some(isOpen)) return [];
      return openedMessages(trace.after(received)).find(isOpen) ?? [];
    }),
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      const before = openedMessages(trace.before(entry)).findLast(isOpen);
      expect("ratchet key after an answer", entry.inspection?.ratchetKey, entry).isNot(before?.inspection?.ratchetKey);
    }
  },
  hint: "Make a new ratchet key pair whenever the contact shows a new one: without it, stolen keys read everything to come.",
  mutants: { "never-turns-ratchet": "ratchet key after an answer" },
});
