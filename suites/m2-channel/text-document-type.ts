import { expectNotUnderstood } from "../kit/hostile-text.js";
import { check } from "../kit/index.js";
import { reachedHostile, sendHostile } from "../kit/service.js";

export default check("m2-channel/text-document-type", {
  requirement: "M2-80",
  wire: "xml",
  drive: (context) =>
    sendHostile(context, ...forms.map((form) => ({ fault: "text-document-type", params: { form } }) as const)),
  reached: reachedHostile,
  judge: ({ expect, reached, trace }) => expectNotUnderstood(expect, trace, reached),
  hint: "Switch document types off in your XML parser: entities of a sender's own read your files, or grow until memory ends.",
  mutants: { "expands-entities": "probe in the form internal-entity", "crashes-on-broken-text": "probe after it" },
  lawful: ["drops-broken-text"],
});

const forms = ["document-type", "internal-entity", "external-entity", "growing-entities"] as const;
