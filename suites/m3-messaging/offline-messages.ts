import { check } from "../kit/index.js";
import { textIn } from "../kit/json.js";
import { shown } from "../kit/texts.js";
import { offline, waitedMessages } from "../scenarios/absence.js";

export default check("m3-messaging/offline-messages", {
  requirement: "M3-25",
  version: 4,
  scenario: offline,
  reached: (trace) => waitedMessages(trace).filter(({ content }) => content.type === "text"),
  judge({ expect, reached, trace }) {
    const wanted = reached.map((entry) => entry.messageId);
    const lost = wanted.filter((id) => shown(trace, id).length === 0);
    if (!expect("messages from the mailbox that were not shown", lost, reached.at(-1)).isEmpty()) return;
    for (const entry of reached) {
      const events = shown(trace, entry.messageId);
      expect("times a message from the mailbox is shown", events.length, events.at(-1)).is(1);
      const [event] = events;
      expect("text from the mailbox", textIn(event?.event["content"], "text"), event).is(textIn(entry.content, "text"));
    }
  },
  hint: "Take the messages that waited in the mailbox whatever their time, show each once, and acknowledge it.",
  mutants: {
    "loses-offline-messages": "messages from the mailbox that were not shown",
    "deaf-after-bad-opening": "messages from the mailbox that were not shown",
    "drops-messages-from-ahead": "messages from the mailbox that were not shown",
    "drops-older-than-newest": "messages from the mailbox that were not shown",
    "loses-first-waiting-message": "messages from the mailbox that were not shown",
    "shows-waiting-messages-twice": "times a message from the mailbox is shown",
    "takes-ten-waiting-messages": "messages from the mailbox that were not shown",
  },
  lawful: ["receipts-in-list"],
});
