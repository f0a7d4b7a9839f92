import { check } from "../kit/index.js";
import { expectAnswered, probeAnswer, probeOf, probeSent } from "../kit/probes.js";

export default check("m2-channel/interop-address-short", {
  requirement: "M2-63",
  wire: "binary",
  async drive(context) {
    const { meta, provider } = context;
    const alice = await provider.connectedUser();
    const probe = await probeOf(context, alice, "plain-probe");
    meta.arm({ fault: "stanza-encoding", times: "always", params: { form: "interop-jid-short" } });
    await probe.ask("addressed-probe", { to: alice.login });
  },
  reached: (trace) => probeAnswer(trace, "plain-probe") && probeSent(trace, "addressed-probe"),
  judge({ expect, reached: [probe], trace }) {
    expectAnswered(expect, "probe that names its receiver", trace, "addressed-probe", probe);
  },
  hint: "Read an interop address also when no server name follows it, as the official client writes it.",
  mutants: { "refuses-short-interop-jid": "probe that names its receiver" },
  lawful: ["ignores-server-ping"],
});
