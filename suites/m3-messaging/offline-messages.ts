import { check } from "../kit/index.js";
import { deliveries, sealedMessages, shown } from "../kit/texts.js";
import { offline } from "../scenarios/absence.js";

export default check("m3-messaging/offline-messages", {
  requirement: "M3-25",
  scenario: offline,
  // Messages that waited in the mailbox carry the attribute "offline".
  reached: (trace) =>
    sealedMessages(trace).filter((entry) =>
      deliveries(trace, entry.messageId).some(({ node }) => "offline" in node.attrs),
    ),
  judge({ expect, reached, trace }) {
    const wanted = reached.map((entry) => entry.messageId);
    const lost = wanted.filter((id) => shown(trace, id).length === 0);
    if (!expect("messages from the mailbox that were not shown", lost, reached.at(-1)).isEmpty()) return;
    const order = trace
      .of("event", ({ event }) => event.kind === "message" && wanted.includes(String(event["id"])))
      .map(({ event }) => String(event["id"]));
    expect("order of the messages from the mailbox", order.join(" "), reached.at(-1)).is(wanted.join(" "));
  },
  hint: "Take the messages that waited in the mailbox in the order in which they arrive, and acknowledge each.",
  mutants: {
    "loses-offline-messages": "messages from the mailbox that were not shown",
    "reverses-offline-order": "order of the messages from the mailbox",
  },
});
