import { check } from "../kit/index.js";
import { pingAnswer, pingProvider, sendPings } from "../kit/pings.js";
import { appliedFaults } from "../kit/refusals.js";

export default check("m2-channel/text-equivalents", {
  requirement: "M2-79",
  wire: "xml",
  async drive(context) {
    const { meta, provider, wait } = context;
    const alice = await provider.connectedUser();
    await pingProvider(context, alice, "plain-ping");
    for (const form of forms) {
      meta.arm({ fault: "text-form", params: { form } });
      sendPings(meta, alice, form);
    }
    sendPings(meta, alice, "last-ping");
    await wait("stanza", (entry) => entry.direction === "in" && entry.node.attrs["id"] === "last-ping");
  },
  reached: (trace) => (pingAnswer(trace, "plain-ping") === undefined ? [] : appliedFaults(trace)),
  judge({ expect, reached, trace }) {
    for (const fault of reached) {
      const form = String(fault.params["form"]);
      const answer = pingAnswer(trace, form);
      expect(`ping in the form ${form}`, answer === undefined ? "unanswered" : "answered", answer ?? fault).is(
        "answered",
      );
    }
  },
  hint: "Read stanzas with an XML parser: quotes, the order of attributes, white space in tags and character references mean nothing by themselves.",
  mutants: {
    "reads-text-by-pattern": "ping in the form single-quotes",
    "ignores-references": "ping in the form references",
  },
});

const forms = ["single-quotes", "reverse-order", "white-space", "end-tag", "references", "declaration"] as const;
