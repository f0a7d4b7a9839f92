import { expectNotUnderstood } from "../kit/hostile-text.js";
import { check } from "../kit/index.js";
import { reachedHostile, sendHostile } from "../kit/service.js";

export default check("m2-channel/text-malformed", {
  requirement: "M2-76",
  wire: "xml",
  drive: (context) =>
    sendHostile(context, ...forms.map((form) => ({ fault: "text-malformed", params: { form } }) as const)),
  reached: reachedHostile,
  judge: ({ expect, reached, trace }) => expectNotUnderstood(expect, trace, reached),
  hint: "Take text that is not well-formed XML in UTF-8 for no stanza at all: drop it, or close and log in again.",
  mutants: {
    "reads-text-by-pattern": "probe in the form unclosed",
    "ignores-references": "probe in the form unknown-reference",
    "crashes-on-broken-text": "probe after it",
  },
  lawful: ["drops-broken-text"],
});

const forms = [
  "unclosed",
  "mismatched",
  "second-root",
  "attribute-twice",
  "bare-ampersand",
  "unknown-reference",
  "not-utf-8",
  "control-character",
] as const;
