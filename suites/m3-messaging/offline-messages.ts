import { check } from "../kit/index.js";
import { textIn } from "../kit/json.js";
import { shown } from "../kit/texts.js";
import { offline, waitedMessages } from "../scenarios/absence.js";

export default check("m3-messaging/offline-messages", {
  requirement: "M3-25",
  version: 2,
  scenario: offline,
  reached: (trace) => waitedMessages(trace).filter(({ content }) => content.type === "text"),
  judge({ expect, reached, trace }) {
    const wanted = reached.map((entry) => entry.messageId);
    const lost = wanted.filter((id) => shown(trace, id).length === 0);
    if (!expect("messages from the mailbox that were not shown", lost, reached.at(-1)).isEmpty()) return;
    // Each in its chat: the user sees no order between chats.
    for (const user of new Set(reached.map((entry) => entry.user))) {
      const own = reached.filter((entry) => entry.user === user).map((entry) => entry.messageId);
      const events = trace.of("event", ({ event }) => event.kind === "message" && own.includes(String(event["id"])));
      const order = events.map(({ event }) => String(event["id"]));
      expect("order of the messages from the mailbox", order.join(" "), reached.at(-1)).is(own.join(" "));
    }
    for (const entry of reached) {
      const [event] = shown(trace, entry.messageId);
      expect("text from the mailbox", textIn(event?.event["content"], "text"), event).is(textIn(entry.content, "text"));
    }
  },
  hint: "Take the messages that waited in the mailbox in the order in which they arrive, whatever their time, and acknowledge each.",
  mutants: {
    "loses-offline-messages": "messages from the mailbox that were not shown",
    "reverses-offline-order": "order of the messages from the mailbox",
    "drops-older-than-newest": "messages from the mailbox that were not shown",
    "loses-first-waiting-message": "messages from the mailbox that were not shown",
    "takes-ten-waiting-messages": "messages from the mailbox that were not shown",
    "refuses-openings-without-one-time-key": "order of the messages from the mailbox",
  },
  lawful: ["receipts-in-list"],
});
