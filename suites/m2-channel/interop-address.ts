import { check } from "../kit/index.js";
import { expectAnswered, probeAnswer, probeOf, probeSent } from "../kit/probes.js";

export default check("m2-channel/interop-address", {
  requirement: "M2-62",
  wire: "binary",
  async drive(context) {
    const { provider } = context;
    const alice = await provider.connectedUser();
    const probe = await probeOf(context, alice, "plain-probe");
    await probe.ask("addressed-probe", { to: alice.login });
  },
  reached: (trace) => probeAnswer(trace, "plain-probe") && probeSent(trace, "addressed-probe"),
  judge({ expect, reached: [probe], trace }) {
    expectAnswered(expect, "probe that names its receiver", trace, "addressed-probe", probe);
  },
  hint: "Read the server name that follows an interop address from the server (wire section 2); it belongs to the address.",
  mutants: { "refuses-long-interop-jid": "probe that names its receiver" },
  lawful: ["ignores-server-ping"],
});
