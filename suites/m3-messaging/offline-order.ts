import { check } from "../kit/index.js";
import { offline, waitedMessages } from "../scenarios/absence.js";

export default check("m3-messaging/offline-order", {
  requirement: "M3-181",
  scenario: offline,
  reached: (trace) => waitedMessages(trace).filter(({ content }) => content.type === "text"),
  judge({ expect, reached, trace }) {
    // Each in its chat: the user sees no order between chats.
    for (const user of new Set(reached.map((entry) => entry.user))) {
      const own = reached.filter((entry) => entry.user === user).map((entry) => entry.messageId);
      const events = trace.of("event", ({ event }) => event.kind === "message" && own.includes(String(event["id"])));
      const order = events.map(({ event }) => String(event["id"]));
      // What was not shown at all is for m3-messaging/offline-messages.
      const wanted = own.filter((id) => order.includes(id));
      expect("order of the messages from the mailbox", order.join(" "), reached.at(-1)).is(wanted.join(" "));
    }
  },
  hint: "Show the messages that waited in the mailbox in the order in which the server delivers them.",
  mutants: {
    "asks-for-used-one-time-key": "order of the messages from the mailbox",
    "reverses-offline-order": "order of the messages from the mailbox",
    "sorts-waiting-by-time": "order of the messages from the mailbox",
    "refuses-openings-without-one-time-key": "order of the messages from the mailbox",
  },
  lawful: ["receipts-in-list"],
});
