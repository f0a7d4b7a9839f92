import { establish } from "../kit/conversation.js";
import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { isOpening } from "../kit/texts.js";

export default check("m3-messaging/identity-in-bundle", {
  requirement: "M3-26",
  needs: ["text", "text-receive"],
  async drive(context) {
    const { meta, wait } = context;
    const { alice, bob } = await establish(context);
    meta.arm({ fault: "identity-notice-withheld" });
    await bob.changeIdentity();
    const sent = await alice.trySend(bob.jid, { type: "text", text: "Are you still you?" });
    const refused = sent.ok && (await wait("opened", isOpening(sent.result.id)));
    if (refused) await wait("opened", isOpening(refused.messageId), { after: refused });
    await alice.event("security-notice");
  },
  // The provider fetched keys in which the identity is another one.
  reached(trace) {
    const [fault] = appliedFaults(trace);
    if (fault === undefined) return [];
    return trace.after(fault).stanzas.toProvider.tag("iq").withChild("list").list;
  },
  judge({ expect, reached: [bundle], trace }) {
    const [notice] = trace.of("event", ({ event }) => event.kind === "security-notice");
    expect("security notice", notice === undefined ? "none" : "shown", notice ?? bundle).is("shown");
  },
  hint: "Compare the identity in every bundle with the one you know. The server need not tell you of a change, you have to see it.",
  mutants: { "ignores-identity-in-bundle": "security notice", "silent-identity-change": "security notice" },
});
