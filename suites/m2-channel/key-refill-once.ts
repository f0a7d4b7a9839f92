import { serverAddress } from "../../protocol/ids/jid.js";
import { check, type TraceNode } from "../kit/index.js";
import { uploads } from "../kit/keys.js";
import { probeAnswer, probeOf } from "../kit/probes.js";

export default check("m2-channel/key-refill-once", {
  requirement: "M2-68",
  async drive(context) {
    const { meta, provider } = context;
    const alice = await provider.connectedUser();
    const probe = await probeOf(context, alice, "before");
    const left = String(meta.profile.keys.lowWater - 1);
    const notice = (id: string): TraceNode => ({
      tag: "notification",
      attrs: { id, type: "encrypt", from: serverAddress, t: "1767225600" },
      children: [{ tag: "count", attrs: { value: left } }],
    });
    meta.session(alice.login)?.send(notice("low-1"), notice("low-2"));
    await probe.ask("after");
  },
  // m2-channel/key-refill judges a client that does not upload at all.
  reached(trace) {
    const second = trace.stanzas.toProvider.attr("id", "low-2").list[0];
    if (second === undefined || probeAnswer(trace, "after") === undefined) return [];
    return uploads(trace.after(second));
  },
  judge({ expect, reached }) {
    expect("uploads after two notices at once", reached.length, reached.at(-1)).is(1);
  },
  hint: "Let a second notice wait for the upload that is under way: both mean the same keys, and ids must not be given twice.",
  mutants: { "uploads-for-every-notice": "uploads after two notices at once" },
  lawful: ["ignores-server-ping"],
});
