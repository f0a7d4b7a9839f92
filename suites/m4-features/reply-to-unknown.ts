import { check } from "../kit/index.js";
import { memberOf } from "../kit/json.js";
import { deliveries, neverSent, sealedMessages, shown } from "../kit/texts.js";
import { replies } from "../scenarios/replies.js";

export default check("m4-features/reply-to-unknown", {
  requirement: "M4-74",
  scenario: replies,
  reached: (trace) =>
    sealedMessages(trace).filter(
      ({ messageId, content }) =>
        memberOf(content["replyTo"], "id") === neverSent && deliveries(trace, messageId).length > 0,
    ),
  judge({ expect, reached: [reply], trace }) {
    const events = shown(trace, reply.messageId);
    expect("times a reply to an unknown message is shown", events.length, events.at(-1) ?? reply).is(1);
  },
  hint: "Show a reply also when you do not have the message that it answers: it may be older than this device.",
  mutants: { "drops-reply-to-unknown": "times a reply to an unknown message is shown" },
});
