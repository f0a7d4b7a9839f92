import { calls, isReportedAsFailed, parameter } from "../kit/calls.js";
import { check } from "../kit/index.js";
import { unaskedMessages } from "../kit/texts.js";
import { reachability } from "../scenarios/requests.js";

export default check("m6-reachability/message-refused", {
  requirement: "M6-03",
  scenario: reachability,
  reached: (trace) =>
    trace.stanzas.toProvider
      .tag("ack")
      .where(({ node }) => node.attrs["error"] !== undefined)
      .list.slice(0, 1),
  judge({ expect, reached: [ack], trace }) {
    const contact = ack.node.attrs["from"];
    const call = calls(trace, "message.send").find((each) => parameter(each, "to") === contact);
    if (call === undefined) return;
    const reported = isReportedAsFailed(call, trace, ack);
    expect("message to a user who has not opted in reported as failed", reported, call.response ?? ack).is(true);
    const again = unaskedMessages(trace, ack);
    expect("messages sent again to a user who has not opted in", again.length, again[0] ?? ack).is(0);
  },
  hint: "Tell the user that the contact cannot be reached yet, and offer to send a notice; do not send the message again.",
  mutants: {
    "claims-sent-at-once": "message to a user who has not opted in reported as failed",
    "claims-sent-on-error": "message to a user who has not opted in reported as failed",
    "resends-after-463": "messages sent again to a user who has not opted in",
    "resends-refused-message": "messages sent again to a user who has not opted in",
  },
});
