import { survives } from "../kit/hostile.js";

export default survives("m2-channel/stanza-nested", {
  requirement: "M2-50",
  wire: "binary",
  fault: "stanza-nested",
  hint: "Bound the depth to which you follow elements within elements, well below what your stack allows.",
  mutants: { "crashes-on-nested-stanza": "probe after it", "stays-away-after-bad-frame": "probe after it" },
  lawful: ["ignores-server-ping", "drops-malformed-stanzas"],
});
