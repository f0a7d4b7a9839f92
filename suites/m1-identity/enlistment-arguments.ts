import { hasNoProblems } from "../scenarios/enlistment.js";

export default hasNoProblems("m1-identity/enlistment-arguments", {
  requirement: "M1-12",
  version: 2,
  problems: {
    "missing arguments": "missing",
    "repeated arguments": "repeated",
  },
  hint: "Send authkey, e_keytype, e_regid, e_ident, e_skey_id, e_skey_val, e_skey_sig and token, each once.",
  mutants: {
    "enlist-omits-registration-id": "missing arguments",
    "enlist-repeats-argument": "repeated arguments",
  },
  lawful: ["enlists-with-further-argument"],
});
