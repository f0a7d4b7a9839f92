import { refusesText } from "../kit/hostile.js";

export default refusesText("m2-channel/text-document-type", {
  requirement: "M2-80",
  fault: "text-document-type",
  forms: ["document-type", "internal-entity", "external-entity", "growing-entities"],
  hint: "Switch document types off in your XML parser. With entities of its own, a sender can read your files or exhaust your memory.",
  mutants: {
    "expands-entities": "probe in the form internal-entity",
    "reads-text-by-pattern": "probe in the form document-type",
    "crashes-on-broken-text": "probe after it",
  },
});
