import { refusesText } from "../kit/hostile.js";

export default refusesText("m2-channel/text-malformed", {
  requirement: "M2-76",
  fault: "text-malformed",
  forms: [
    "unclosed",
    "mismatched",
    "second-root",
    "attribute-twice",
    "bare-ampersand",
    "unknown-reference",
    "not-utf-8",
    "control-character",
  ],
  hint: "Reject anything that is not well-formed UTF-8 XML: drop it, or close and log in again.",
  mutants: {
    "reads-text-by-pattern": "probe in the form unclosed",
    "ignores-references": "probe in the form unknown-reference",
    "crashes-on-broken-text": "probe after it",
  },
});
