import { check } from "../kit/index.js";
import { enlistment, enlistmentForms } from "../scenarios/enlistment.js";

export default check("m1-identity/enlistment-signature", {
  requirement: "M1-16",
  scenario: enlistment,
  reached: (trace) => enlistmentForms(trace).filter((entry) => entry.signatureValid !== undefined),
  judge({ expect, reached }) {
    for (const entry of reached) expect("e_skey_sig verifies", entry.signatureValid, entry).is(true);
  },
  hint: "Sign the 33-byte form of the signed pre-key (0x05 followed by its 32 bytes) with the identity key, by XEdDSA.",
  mutants: {
    "enlist-zero-signature": "e_skey_sig verifies",
    "enlist-signature-over-32-bytes": "e_skey_sig verifies",
  },
});
