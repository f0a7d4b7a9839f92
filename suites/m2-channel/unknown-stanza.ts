import { check } from "../kit/index.js";
import { expectAnswered, probeAnswer, probeOf } from "../kit/probes.js";

export default check("m2-channel/unknown-stanza", {
  requirement: "M2-31",
  async drive(context) {
    const { meta, provider } = context;
    const alice = await provider.connectedUser();
    const probe = await probeOf(context, alice, "before");
    meta.session(alice.login)?.send({ tag: "novelty", attrs: { id: "n-1" }, children: [{ tag: "detail", attrs: {} }] });
    await probe.ask("after");
  },
  reached: (trace) => (probeAnswer(trace, "before") === undefined ? [] : trace.stanzas.toProvider.tag("novelty").list),
  judge({ expect, reached: [sent], trace }) {
    const answer = probeAnswer(trace, "after");
    expectAnswered(expect, "probe after an unknown stanza", trace, "after", sent);
    expect("connection that answers it", answer?.connection ?? sent.connection, answer ?? sent).is(sent.connection);
  },
  hint: "Leave a stanza that you do not know aside and keep the connection: the protocol grows.",
  mutants: { "unknown-stanza-kills-connection": "probe after an unknown stanza" },
  lawful: ["ignores-server-ping", "nacks-instead-of-silence"],
});
