import { check, type StanzaEntry } from "../kit/index.js";
import { probeAnswer, probeOf } from "../kit/probes.js";
import { isAnswerTo } from "../kit/waiting.js";

export default check("m2-channel/packed-values", {
  requirement: "M2-61",
  wire: "binary",
  async drive(context) {
    const { provider, wait } = context;
    const probe = await probeOf(context, await provider.connectedUser(), "plain-probe");
    probe.send(...packable, "last-probe");
    await wait("stanza", isAnswerTo("last-probe"));
  },
  reached: (trace) =>
    probeAnswer(trace, "plain-probe") === undefined ? [] : trace.stanzas.toProvider.where(isPackable).list,
  judge({ expect, reached, trace }) {
    for (const probe of reached) {
      const answer = probeAnswer(trace, probe.node.attrs["id"] ?? "");
      expect("answer under the id of the probe", answer === undefined ? "none" : "found", answer ?? probe).is("found");
    }
  },
  hint: "Unpack texts of digits and of hexadecimal figures, of odd and of even length, to exactly the characters that were packed.",
  mutants: { "drops-last-packed-digit": "answer under the id of the probe" },
  lawful: ["ignores-server-ping"],
});

/** Digits, dash and dot pack, and so do upper case hexadecimal figures; odd lengths end with a filler. */
const packable: readonly string[] = ["20260101", "2026010", "1.2-3", "0A1B2C", "0A1B2"];

function isPackable({ node }: StanzaEntry): boolean {
  return packable.includes(node.attrs["id"] ?? "");
}
