import { doubleByteWords, singleByteWords } from "../../protocol/stanza/gen/dictionary.js";
import { check, type StanzaEntry } from "../kit/index.js";
import { probeAnswer, probeOf } from "../kit/probes.js";
import { isAnswerTo } from "../kit/waiting.js";

export default check("m2-channel/dictionary-pages", {
  requirement: "M2-91",
  wire: "binary",
  async drive(context) {
    const { provider, wait } = context;
    const probe = await probeOf(context, await provider.connectedUser(), "plain-probe");
    probe.send(...words, "last-probe");
    await wait("stanza", isAnswerTo("last-probe"));
  },
  reached: (trace) =>
    probeAnswer(trace, "plain-probe") === undefined ? [] : trace.stanzas.toProvider.where(isNamedByWord).list,
  judge({ expect, reached, trace }) {
    for (const probe of reached) {
      const answer = probeAnswer(trace, probe.node.attrs["id"] ?? "");
      expect("answer under the word of the probe", answer === undefined ? "none" : "found", answer ?? probe).is(
        "found",
      );
    }
  },
  hint: "Use the word list whose version the header announces, with all its pages, for reading and for writing.",
  mutants: {
    "misreads-dictionary-page": "answer under the word of the probe",
    "miswrites-dictionary-page": "answer under the word of the probe",
  },
  lawful: ["ignores-server-ping"],
});

/** The first, the middle and the last word of each page, of those that are no numbers: numbers could be ids of other stanzas. */
const words: readonly string[] = [singleByteWords, ...doubleByteWords].flatMap((page) => {
  const texts = page.filter((word) => /^[a-z_]{4,}$/.test(word));
  return [texts[0] ?? "", texts[Math.floor(texts.length / 2)] ?? "", texts.at(-1) ?? ""];
});

function isNamedByWord({ node }: StanzaEntry): boolean {
  return words.includes(node.attrs["id"] ?? "");
}
