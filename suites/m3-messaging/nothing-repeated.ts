import { resultMember, calls } from "../kit/calls.js";
import { check, childOf } from "../kit/index.js";
import { openedMessages } from "../kit/texts.js";
import { conversation } from "../scenarios/conversation.js";

export default check("m3-messaging/nothing-repeated", {
  requirement: "M3-137",
  scenario: conversation,
  // The provider has written on a second connection.
  reached(trace) {
    const [, again] = trace.of("login", ({ outcome }) => outcome === "accepted");
    return again === undefined ? [] : openedMessages(trace.after(again));
  },
  judge({ expect, reached, trace }) {
    const asked = calls(trace, "message.send").map((call) => resultMember(call, "id"));
    // An enc with a count answers a retry request.
    const sent = trace.stanzas.fromProvider
      .tag("message")
      .where(({ node }) => childOf(node, "enc")?.attrs["count"] === undefined).list;
    const unasked = sent.filter(({ node }) => !asked.includes(node.attrs["id"]));
    expect("messages that nobody wrote", unasked.length, unasked[0] ?? reached[0]).is(0);
    const ids = sent.map(({ node }) => node.attrs["id"] ?? "");
    expect("messages sent, by id", ids, sent.at(-1)).isUnique();
  },
  hint: "A message is done when the server has acknowledged it. Do not send it again at the next login.",
  mutants: {
    "sends-taken-as-new": "messages that nobody wrote",
    "repeats-taken-messages": "messages sent, by id",
    "reuses-message-id": "messages sent, by id",
  },
});
