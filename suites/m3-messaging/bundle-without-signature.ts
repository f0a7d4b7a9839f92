import { calls, ending } from "../kit/calls.js";
import { check } from "../kit/index.js";
import { deliverText, faultsAfterText } from "../kit/sending.js";

export default check("m3-messaging/bundle-without-signature", {
  requirement: "M3-91",
  needs: ["text"],
  async drive(context) {
    const { meta } = context;
    const { alice } = await deliverText(context);
    for (const form of ["missing", "zero"]) {
      const bob = await meta.user();
      meta.arm({ fault: "bundle-bad-signature", params: { form } });
      await alice.trySend(bob.jid, { type: "text", text: `This must not leave: your signature is ${form}.` });
    }
  },
  reached: faultsAfterText,
  judge({ expect, reached: [fault], trace }) {
    const sent = trace.after(fault).stanzas.fromProvider.tag("message").list;
    expect("messages encrypted to an unproved key", sent.length, sent[0] ?? fault).is(0);
    for (const call of calls(trace, "message.send").slice(1)) {
      expect("answer to message.send", ending(call), call.response).isNot("ok");
    }
  },
  hint: "Treat a signed pre-key without a signature as one with a wrong signature: send nothing, and say so.",
  mutants: {
    "forgives-missing-signature": "messages encrypted to an unproved key",
    "skips-bundle-signature": "messages encrypted to an unproved key",
  },
});
