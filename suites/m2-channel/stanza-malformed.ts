import { check } from "../kit/index.js";
import { expectService, reachedHostile, sendHostile } from "../kit/service.js";

export default check("m2-channel/stanza-malformed", {
  requirement: "M2-59",
  wire: "binary",
  drive: (context) =>
    sendHostile(context, ...forms.map((form) => ({ fault: "stanza-malformed", params: { form } }) as const)),
  reached: reachedHostile,
  judge: ({ expect, reached, trace }) => expectService(expect, trace, reached),
  hint: "Expect any bytes in a frame that decrypts: drop it, or close and log in again, but do not fall over and do not stay away.",
  mutants: { "crashes-on-malformed-stanza": "probe after it", "stays-away-after-bad-frame": "probe after it" },
  lawful: ["ignores-server-ping", "drops-malformed-stanzas"],
});

const forms = ["truncated", "trailing", "even-list", "empty-list", "unknown-token", "not-deflated"] as const;
