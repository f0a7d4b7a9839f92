import { check } from "../kit/index.js";
import { expectService, reachedHostile, sendHostile } from "../kit/service.js";

export default check("m2-channel/stanza-inflates", {
  requirement: "M2-50",
  wire: "binary",
  drive: (context) => sendHostile(context, { fault: "stanza-inflates" }),
  reached: reachedHostile,
  judge: ({ expect, reached, trace }) => expectService(expect, trace, reached),
  hint: "Bound what a compressed stanza may inflate to, while it inflates and not afterwards.",
  mutants: { "crashes-on-inflated-stanza": "probe after it", "stays-away-after-bad-frame": "probe after it" },
  lawful: ["ignores-server-ping", "drops-malformed-stanzas"],
});
