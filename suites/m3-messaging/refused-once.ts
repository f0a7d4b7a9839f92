import { calls } from "../kit/calls.js";
import { deliverText } from "../kit/conversation.js";
import { faultsAfterText } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { unaskedMessages } from "../kit/texts.js";

export default check("m3-messaging/refused-once", {
  requirement: "M3-39",
  needs: ["text"],
  async drive(context) {
    const { meta } = context;
    const { alice, bob } = await deliverText(context);
    for (const error of [policyRefusal, meta.profile.stanza.violationCode]) {
      meta.arm({ fault: "message-ack-error", params: { error } });
      await alice.trySend(bob.jid, { type: "text", text: `The server refuses this one with ${error}.` });
      // Stanzas keep their order: what was sent before this one has arrived when it has.
      await alice.trySend(bob.jid, { type: "text", text: "And this one arrives again." });
    }
  },
  reached: faultsAfterText,
  judge({ expect, reached, trace }) {
    for (const fault of reached) {
      const [, refusedNext] = calls(trace.after(fault), "message.send");
      const until = refusedNext === undefined ? trace : trace.before(refusedNext.request);
      const unasked = unaskedMessages(until, fault);
      const same = until.after(fault).stanzas.fromProvider.tag("message").attr("id", fault.messageId).list;
      const again = unasked[0] ?? same[0];
      expect(
        `messages sent again after ${String(fault.params["error"])}`,
        again === undefined ? "none" : "found",
        again ?? fault,
      ).is("none");
    }
  },
  hint: "Do not send a message again unchanged that the server has refused by policy (463) or by its schema (479): each attempt counts against the user.",
  mutants: {
    "resends-after-463": "messages sent again after 463",
    "resends-refused-message": "messages sent again after 463",
    "reuses-message-id": "messages sent again after 463",
  },
});

/** What ordinary servers answer when the sender may not begin a chat (wire 3.8). */
const policyRefusal = "463";
