import { check } from "../kit/index.js";
import { enlistment, keySets, keysIn } from "../scenarios/enlistment.js";

export default check("m1-identity/key-ids-distinct", {
  requirement: "M1-27",
  version: 2,
  scenario: enlistment,
  reached: keySets,
  judge({ expect, reached }) {
    for (const answer of reached) {
      const keys = (keysIn(answer) ?? []).filter(({ kid }) => kid !== undefined);
      const ids = keys.map(({ kid, kty, alg, use }) => JSON.stringify({ kid, kty, alg, use }));
      expect("key ids", ids, answer).isUnique();
    }
  },
  hint: "Give each published key an id of its own; a verifier cannot tell apart two keys with one id, type, algorithm and use.",
  mutants: { "jwks-duplicate-kid": "key ids" },
  lawful: ["key-set-shares-id"],
});
