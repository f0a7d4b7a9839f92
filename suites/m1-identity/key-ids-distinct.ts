import { check } from "../kit/index.js";
import { enlistment, keySets, keysIn } from "../scenarios/enlistment.js";

export default check("m1-identity/key-ids-distinct", {
  requirement: "M1-27",
  scenario: enlistment,
  reached: keySets,
  judge({ expect, reached }) {
    for (const answer of reached) {
      const ids = (keysIn(answer) ?? []).map((key) => key["kid"]).filter((kid) => kid !== undefined);
      expect("key ids", ids, answer).isUnique();
    }
  },
  hint: "Give each published key an id of its own; a verifier picks the key by nothing else.",
  mutants: { "jwks-duplicate-kid": "key ids" },
});
