import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { expectAnswered, probeAnswer, probeOf } from "../kit/probes.js";
import { isAnswerTo } from "../kit/waiting.js";

export default check("m2-channel/text-equivalents", {
  requirement: "M2-79",
  wire: "xml",
  async drive(context) {
    const { meta, provider, wait } = context;
    const probe = await probeOf(context, await provider.connectedUser(), "plain-probe");
    for (const form of forms) {
      meta.arm({ fault: "text-form", params: { form } });
      probe.send(form);
    }
    probe.send("last-probe");
    await wait("stanza", isAnswerTo("last-probe"));
  },
  reached: (trace) => (probeAnswer(trace, "plain-probe") === undefined ? [] : appliedFaults(trace)),
  judge({ expect, reached, trace }) {
    for (const fault of reached) {
      const form = String(fault.params["form"]);
      expectAnswered(expect, `probe in the form ${form}`, trace, form, fault);
    }
  },
  hint: "Read stanzas with an XML parser: quotes, the order of attributes, white space in tags and character references mean nothing by themselves.",
  mutants: {
    "reads-text-by-pattern": "probe in the form single-quotes",
    "ignores-references": "probe in the form references",
  },
});

const forms = ["single-quotes", "reverse-order", "white-space", "end-tag", "references", "declaration"] as const;
