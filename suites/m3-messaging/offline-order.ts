import { check } from "../kit/index.js";
import { receipts } from "../kit/receipts.js";
import { offline, waitedMessages } from "../scenarios/absence.js";

export default check("m3-messaging/offline-order", {
  requirement: "M3-181",
  version: 2,
  scenario: offline,
  // What did not open at first comes again, and later.
  reached: (trace) =>
    waitedMessages(trace).filter(
      ({ content, messageId }) => content.type === "text" && receipts(trace, messageId, "retry").length === 0,
    ),
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
    "reverses-offline-order": "order of the messages from the mailbox",
    "sorts-waiting-by-time": "order of the messages from the mailbox",
  },
  lawful: ["receipts-in-list"],
});
