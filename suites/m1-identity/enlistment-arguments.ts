import { enlistmentForms, problemArguments } from "../kit/enlistments.js";
import { check } from "../kit/index.js";
import { enlistment } from "../scenarios/enlistment.js";

export default check("m1-identity/enlistment-arguments", {
  requirement: "M1-12",
  scenario: enlistment,
  reached: enlistmentForms,
  judge({ expect, reached }) {
    for (const entry of reached) {
      expect("missing arguments", problemArguments(entry, "missing"), entry).isEmpty();
      expect("repeated arguments", problemArguments(entry, "repeated"), entry).isEmpty();
      expect("unknown arguments", problemArguments(entry, "unknown-argument"), entry).isEmpty();
    }
  },
  hint: "Send authkey, e_keytype, e_regid, e_ident, e_skey_id, e_skey_val, e_skey_sig and token, each once, and nothing else.",
  mutants: {
    "enlist-omits-registration-id": "missing arguments",
    "enlist-extra-argument": "unknown arguments",
    "enlist-repeats-argument": "repeated arguments",
  },
});
