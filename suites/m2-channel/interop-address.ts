import { check } from "../kit/index.js";
import { pingAnswer, pingProvider, pingWith } from "../kit/pings.js";

export default check("m2-channel/interop-address", {
  requirement: "M2-62",
  wire: "binary",
  async drive(context) {
    const { provider } = context;
    const alice = await provider.connectedUser();
    await pingProvider(context, alice, "plain-ping");
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
  hint: "Read the server name that follows an interop address from the server (wire section 2); it belongs to the address.",
  mutants: { "refuses-long-interop-jid": "ping that names its receiver" },
});
