import { check } from "../kit/index.js";
import { uploads } from "../kit/keys.js";
import { keyRefill, lowNotice } from "../scenarios/login.js";

export default check("m2-channel/key-refill", {
  requirement: "M2-37",
  version: 2,
  scenario: keyRefill,
  reached: (trace) => trace.stanzas.toProvider.tag("notification").attr("id", lowNotice).list,
  judge({ expect, reached: [notice], trace }) {
    const refills = uploads(trace.after(notice));
    expect("uploads after the notice", refills.length, refills[0] ?? notice).is(1);
  },
  hint: "When the server says that few one-time pre-keys remain, upload a new batch, once for each notice.",
  mutants: { "ignores-low-key-notice": "uploads after the notice" },
});
