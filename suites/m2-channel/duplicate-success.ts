import { check } from "../kit/index.js";
import { pingAnswer, pingProvider } from "../kit/pings.js";

export default check("m2-channel/duplicate-success", {
  requirement: "M2-30",
  async drive(context) {
    const { meta, provider } = context;
    const alice = await provider.connectedUser();
    await pingProvider(context, alice, "ping-before");
    const [success] = meta.journal.entries
      .filter((entry) => entry.kind === "stanza" && entry.node.tag === "success")
      .slice(-1);
    if (success?.kind === "stanza") meta.session(alice.login)?.send(success.node);
    await pingProvider(context, alice, "ping-after");
  },
  reached(trace) {
    const again = trace.stanzas.toProvider.tag("success").list[1];
    return pingAnswer(trace, "ping-before") === undefined ? undefined : again;
  },
  judge({ expect, reached: [again], trace }) {
    const answer = pingAnswer(trace, "ping-after");
    expect("ping after a second success", answer?.node.attrs["type"] ?? "none", answer ?? again).is("result");
    const repeated = trace.after(again).stanzas.fromProvider.tag("iq").attr("type", "set").list;
    expect("login work after a second success", repeated.length, repeated[0] ?? again).is(0);
  },
  hint: "Begin the work after login once for each connection, not once for each success stanza.",
  mutants: { "repeats-login-on-duplicate-success": "login work after a second success" },
});
