import { check } from "../kit/index.js";
import { expectAnswered, probeAnswer, probeOf, probeSent } from "../kit/probes.js";

export default check("m2-channel/unknown-attributes", {
  requirement: "M2-64",
  async drive(context) {
    const probe = await probeOf(context, await context.provider.connectedUser(), "plain-probe");
    await probe.ask("novel-probe", { novelty: "1" }, [{ tag: "future", attrs: { of: "the protocol" } }]);
  },
  reached: (trace) => probeAnswer(trace, "plain-probe") && probeSent(trace, "novel-probe"),
  judge({ expect, reached: [probe], trace }) {
    expectAnswered(expect, "probe with unknown parts", trace, "novel-probe", probe);
  },
  hint: "Leave attributes and children that you do not know aside, and do what the rest of the stanza says.",
  mutants: { "refuses-unknown-attributes": "probe with unknown parts" },
  lawful: ["ignores-server-ping"],
});
