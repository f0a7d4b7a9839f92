import { check } from "../kit/index.js";
import { enlistment, enlistmentForms } from "../scenarios/enlistment.js";

/** Decoded sizes in bytes: Meta, WhatsApp Reference Offer technical framework 1.0.3, section 1.2.2. */
const sizes: Readonly<Record<string, number>> = {
  authkey: 32,
  e_keytype: 1,
  e_regid: 4,
  e_ident: 32,
  e_skey_id: 3,
  e_skey_val: 32,
  e_skey_sig: 64,
};

export default check("m1-identity/enlistment-sizes", {
  requirement: "M1-14",
  scenario: enlistment,
  reached: (trace) => enlistmentForms(trace).filter((entry) => Object.keys(entry.arguments).length > 0),
  judge({ expect, reached }) {
    for (const entry of reached) {
      for (const [name, size] of Object.entries(sizes)) {
        const hex = entry.arguments[name];
        if (hex !== undefined) expect(`${name} in bytes`, hex.length / 2, entry).is(size);
      }
    }
  },
  hint: "Send keys as their 32 bytes: the type byte 0x05 belongs to e_keytype, not in front of e_ident or e_skey_val.",
  mutants: {
    "enlist-prefixed-identity": "e_ident in bytes",
    "enlist-short-registration-id": "e_regid in bytes",
  },
});
