import { survives } from "../kit/hostile.js";

export default survives("m2-channel/stanza-inflates", {
  requirement: "M2-50",
  wire: "binary",
  fault: "stanza-inflates",
  hint: "Bound what a compressed stanza may inflate to, while it inflates and not afterwards.",
  mutants: { "crashes-on-inflated-stanza": "probe after it", "stays-away-after-bad-frame": "probe after it" },
  lawful: ["ignores-server-ping", "drops-malformed-stanzas"],
});
