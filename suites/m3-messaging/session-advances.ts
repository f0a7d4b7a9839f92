import { check } from "../kit/index.js";
import { isOpen, openedMessages, sealedMessages, shown } from "../kit/texts.js";
import { conversation } from "../scenarios/conversation.js";

export default check("m3-messaging/session-advances", {
  requirement: "M3-07",
  version: 2,
  scenario: conversation,
  // Messages sent after the provider had received an answer in the same session.
  reached(trace) {
    const [answer] = sealedMessages(trace);
    const [received] = answer === undefined ? [] : shown(trace, answer.messageId);
    if (received === undefined) return [];
    // After a request to send a message again, a client begins a new session with new pre-key messages.
    const [asked] = trace.after(received).stanzas.toProvider.tag("receipt").attr("type", "retry").list;
    const undisturbed = asked === undefined ? trace : trace.before(asked);
    return openedMessages(undisturbed.after(received)).filter(isOpen);
  },
  judge({ expect, reached, trace }) {
    for (const entry of openedMessages(trace.before(reached[0])).filter(isOpen)) {
      expect("message before an answer", entry.inspection?.kind, entry).is("pkmsg");
    }
    for (const entry of reached) expect("message after an answer", entry.inspection?.kind, entry).is("msg");
  },
  hint: "Keep one session for each recipient: pre-key messages until the first answer, ordinary messages from then on.",
  mutants: { "always-pkmsg": "message after an answer", "stops-pkmsg-after-first": "message before an answer" },
});
