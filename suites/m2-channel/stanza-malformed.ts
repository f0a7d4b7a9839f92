import { survives } from "../kit/hostile.js";

export default survives("m2-channel/stanza-malformed", {
  requirement: "M2-59",
  wire: "binary",
  fault: "stanza-malformed",
  forms: ["truncated", "trailing", "even-list", "empty-list", "unknown-token", "not-deflated"],
  hint: "Expect any bytes in a frame that decrypts: drop it, or close and log in again, but do not fall over and do not stay away.",
  mutants: { "crashes-on-malformed-stanza": "probe after it", "stays-away-after-bad-frame": "probe after it" },
  lawful: ["ignores-server-ping", "drops-malformed-stanzas"],
});
