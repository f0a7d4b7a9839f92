import { check } from "../kit/index.js";
import { probeAnswer, probeOf } from "../kit/probes.js";

export default check("m4-features/call-ack", {
  requirement: "M4-67",
  async drive(context) {
    const { meta, provider } = context;
    const bob = await meta.user();
    const alice = await provider.connectedUser();
    const probe = await probeOf(context, alice, "before");
    const attrs = { id: "call-1", from: bob.jid, t: "1767225600" };
    const offer = { tag: "offer", attrs: { "call-id": "C1", "call-creator": bob.jid } };
    meta.session(alice.login)?.send({ tag: "call", attrs, children: [offer] });
    await probe.ask("after");
  },
  reached: (trace) => (probeAnswer(trace, "before") === undefined ? [] : trace.stanzas.toProvider.tag("call").list),
  judge({ expect, reached: [call], trace }) {
    const acks = trace.stanzas.fromProvider.tag("ack").attr("id", "call-1").list;
    expect("class of the ack of a call", acks[0]?.node.attrs["class"] ?? "no ack", acks[0] ?? call).is("call");
    const answer = probeAnswer(trace, "after");
    expect("connection after a call", answer?.connection ?? "none", answer ?? call).is(call.connection);
  },
  hint: "Calls are not part of third-party chats yet: acknowledge the stanza with class call, and go on.",
  mutants: { "no-call-ack": "class of the ack of a call" },
  lawful: ["ignores-server-ping"],
});
