import { check } from "../kit/index.js";
import { enlistment, keySets, keysIn } from "../scenarios/enlistment.js";

/** RFC 7518 sections 6.2.2, 6.3.2 and 6.4.1. */
const privateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

export default check("m1-identity/key-set-public", {
  requirement: "M1-04",
  scenario: enlistment,
  reached: keySets,
  judge({ expect, reached }) {
    for (const answer of reached) {
      const leaked = (keysIn(answer) ?? []).flatMap((key) => privateMembers.filter((member) => member in key));
      expect("private members", leaked, answer).isEmpty();
    }
  },
  hint: "Serve public keys only, and replace the key that was exposed: whoever read it can issue tokens in your name.",
  mutants: { "jwks-leaks-private-key": "private members" },
});
