import { check, childOf } from "../kit/index.js";
import { conversation } from "../scenarios/conversation.js";

export default check("m3-messaging/message-ids", {
  requirement: "M3-09",
  scenario: conversation,
  reached(trace) {
    // An enc with a count answers a retry request, under the id of the message that it repeats.
    const sent = trace.stanzas.fromProvider
      .tag("message")
      .where(({ node }) => childOf(node, "enc")?.attrs["count"] === undefined).list;
    return sent.length < 2 ? [] : sent;
  },
  judge({ expect, reached }) {
    const ids = reached.map((entry) => entry.node.attrs["id"]);
    expect("ids of different messages", ids, reached.at(-1)).isUnique();
  },
  hint: "Give each message a new random id; only the answer to a retry request repeats one.",
  mutants: {
    "reuses-message-id": "ids of different messages",
    "repeats-taken-messages": "ids of different messages",
  },
});
