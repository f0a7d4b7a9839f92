import { check } from "../kit/index.js";
import { expectAnswered, probeAnswer, probeOf } from "../kit/probes.js";

export default check("m2-channel/duplicate-success", {
  requirement: "M2-30",
  async drive(context) {
    const { meta, provider } = context;
    const alice = await provider.connectedUser();
    const probe = await probeOf(context, alice, "before");
    const [success] = meta.journal.entries
      .filter((entry) => entry.kind === "stanza" && entry.node.tag === "success")
      .slice(-1);
    if (success?.kind === "stanza") meta.session(alice.login)?.send(success.node);
    await probe.ask("after");
  },
  reached(trace) {
    const again = trace.stanzas.toProvider.tag("success").list[1];
    return probeAnswer(trace, "before") === undefined ? undefined : again;
  },
  judge({ expect, reached: [again], trace }) {
    expectAnswered(expect, "probe after a second success", trace, "after", again);
    const repeated = trace.after(again).stanzas.fromProvider.tag("iq").attr("type", "set").list;
    expect("login work after a second success", repeated.length, repeated[0] ?? again).is(0);
  },
  hint: "Begin the work after login once for each connection, not once for each success stanza.",
  mutants: { "repeats-login-on-duplicate-success": "login work after a second success" },
  lawful: ["ignores-server-ping"],
});
