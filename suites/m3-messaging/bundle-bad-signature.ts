import { check } from "../kit/index.js";
import { ending, lastCall } from "../kit/calls.js";
import { deliverText, faultsAfterText } from "../kit/sending.js";

export default check("m3-messaging/bundle-bad-signature", {
  requirement: "M3-16",
  needs: ["text"],
  async drive(context) {
    const { meta } = context;
    const { alice } = await deliverText(context);
    const bob = await meta.user();
    meta.arm({ fault: "bundle-bad-signature", times: "always" });
    await alice.trySend(bob.jid, { type: "text", text: "This must not leave." });
  },
  reached: faultsAfterText,
  judge({ expect, reached: [fault], trace }) {
    const sent = trace.after(fault).stanzas.fromProvider.tag("message").list;
    expect("messages encrypted to an unproved key", sent.length, sent[0] ?? fault).is(0);
    const call = lastCall(trace, "message.send");
    if (call !== undefined) expect("answer to message.send", ending(call), call.response).isNot("ok");
  },
  hint: "Verify the signature of the signed pre-key with the identity key before any key agreement; when it fails, send nothing and say so.",
  mutants: { "skips-bundle-signature": "messages encrypted to an unproved key" },
});
