import { calls, isReportedAsFailed } from "../kit/calls.js";
import { deliverText } from "../kit/conversation.js";
import { faultsAfterText } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { unaskedMessages } from "../kit/texts.js";

export default check("m3-messaging/ack-error", {
  requirement: "M3-27",
  version: 2,
  needs: ["text"],
  async drive(context) {
    const { meta } = context;
    const { alice, bob } = await deliverText(context);
    meta.arm({ fault: "message-ack-error", params: { error: meta.profile.stanza.violationCode } });
    const refused = await alice.trySend(bob.jid, { type: "text", text: "The server refuses this one." });
    if (refused.ok) await alice.event("error");
    // Stanzas keep their order: what was sent before this one has arrived when it has.
    await alice.trySend(bob.jid, { type: "text", text: "And this one arrives again." });
  },
  reached: faultsAfterText,
  judge({ expect, reached: [fault], trace }) {
    const refused = calls(trace, "message.send")[1];
    if (refused === undefined) return;
    expect("failure of the message reported", isReportedAsFailed(refused, trace, fault), refused.response).is(true);
    const again = unaskedMessages(trace, fault);
    expect("messages sent again after the refusal", again.length, again[0] ?? fault).is(0);
  },
  hint: "Read the error attribute of the server's ack: report the message as failed, and do not send it again unchanged.",
  mutants: {
    "claims-sent-on-error": "failure of the message reported",
    "claims-sent-at-once": "failure of the message reported",
    "resends-refused-message": "messages sent again after the refusal",
  },
});
