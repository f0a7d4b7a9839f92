import { check } from "../kit/index.js";
import { enlistment, enlistmentForms } from "../scenarios/enlistment.js";

export default check("m1-identity/enlistment-key-type", {
  requirement: "M1-15",
  scenario: enlistment,
  reached: (trace) => enlistmentForms(trace).filter((entry) => "e_keytype" in entry.arguments),
  judge({ expect, reached }) {
    for (const entry of reached) expect("e_keytype", entry.arguments["e_keytype"], entry).is("05");
  },
  hint: "Send e_keytype as the single byte 0x05, which means Curve25519.",
  mutants: { "enlist-wrong-key-type": "e_keytype" },
});
