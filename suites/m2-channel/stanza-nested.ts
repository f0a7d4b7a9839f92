import { check } from "../kit/index.js";
import { expectService, reachedHostile, sendHostile } from "../kit/service.js";

export default check("m2-channel/stanza-nested", {
  requirement: "M2-50",
  wire: "binary",
  drive: (context) => sendHostile(context, { fault: "stanza-nested" }),
  reached: reachedHostile,
  judge: ({ expect, reached, trace }) => expectService(expect, trace, reached),
  hint: "Bound the depth to which you follow elements within elements, well below what your stack allows.",
  mutants: { "crashes-on-nested-stanza": "probe after it", "stays-away-after-bad-frame": "probe after it" },
  lawful: ["ignores-server-ping", "drops-malformed-stanzas"],
});
