import { check } from "../kit/index.js";
import { pingAnswer, pingProvider, pingWith } from "../kit/pings.js";

export default check("m2-channel/interop-address-short", {
  requirement: "M2-63",
  wire: "binary",
  async drive(context) {
    const { meta, provider } = context;
    const alice = await provider.connectedUser();
    await pingProvider(context, alice, "plain-ping");
    meta.arm({ fault: "stanza-encoding", times: "always", params: { form: "interop-jid-short" } });
    await pingWith(context, alice, "addressed-ping", { to: alice.login });
  },
  reached: (trace) =>
    pingAnswer(trace, "plain-ping") === undefined ? [] : trace.stanzas.toProvider.attr("id", "addressed-ping").list,
  judge({ expect, reached: [ping], trace }) {
    const answer = pingAnswer(trace, "addressed-ping");
    expect("ping that names its receiver", answer === undefined ? "unanswered" : "answered", answer ?? ping).is(
      "answered",
    );
  },
  hint: "Read an interop address also when no server name follows it, as the official client writes it.",
  mutants: { "refuses-short-interop-jid": "ping that names its receiver" },
});
