import { check } from "../kit/index.js";
import { pingAnswer, pingProvider } from "../kit/pings.js";

export default check("m2-channel/unknown-stanza", {
  requirement: "M2-31",
  async drive(context) {
    const { meta, provider } = context;
    const alice = await provider.connectedUser();
    await pingProvider(context, alice, "ping-before");
    meta.session(alice.login)?.send({ tag: "novelty", attrs: { id: "n-1" }, children: [{ tag: "detail", attrs: {} }] });
    await pingProvider(context, alice, "ping-after");
  },
  reached: (trace) =>
    pingAnswer(trace, "ping-before") === undefined ? [] : trace.stanzas.toProvider.tag("novelty").list,
  judge({ expect, reached: [sent], trace }) {
    const answer = pingAnswer(trace, "ping-after");
    expect("ping after an unknown stanza", answer?.node.attrs["type"] ?? "none", answer ?? sent).is("result");
    expect("connection that answers it", answer?.connection ?? sent.connection, answer ?? sent).is(sent.connection);
  },
  hint: "Leave a stanza that you do not know aside and keep the connection: the protocol grows.",
  mutants: { "unknown-stanza-kills-connection": "ping after an unknown stanza" },
  lawful: ["nacks-instead-of-silence"],
});
