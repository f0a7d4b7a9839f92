import { check } from "../kit/index.js";
import { isOpen, neverSent, openedMessages } from "../kit/texts.js";
import { oddRetries } from "../scenarios/retries.js";

export default check("m3-messaging/retry-unknown", {
  requirement: "M3-45",
  scenario: oddRetries,
  reached(trace) {
    const [request] = trace.stanzas.toProvider.tag("receipt").attr("id", neverSent).list;
    return request !== undefined && openedMessages(trace.before(request)).some(isOpen) ? request : undefined;
  },
  judge({ expect, reached: [request], trace }) {
    const acks = trace.stanzas.fromProvider.tag("ack").attr("id", neverSent).list;
    expect("acks of a request for an unknown message", acks.length, acks[0] ?? request).is(1);
    const sent = trace.stanzas.fromProvider.tag("message").attr("id", neverSent).list;
    expect("messages under an unknown id", sent.length, sent[0] ?? request).is(0);
    const [next] = openedMessages(trace.after(request)).filter(({ messageId }) => messageId !== neverSent);
    expect("next message sent", next === undefined ? "no" : "yes", next ?? request).is("yes");
  },
  hint: "Acknowledge a retry receipt for a message that you do not have, and send nothing: an empty message would be a lie.",
  mutants: {
    "answers-unknown-retry": "messages under an unknown id",
    "no-receipt-ack": "acks of a request for an unknown message",
  },
});
