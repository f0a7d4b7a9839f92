import { check } from "../kit/index.js";
import { enlistment, keySetAnswers, keysIn } from "../scenarios/enlistment.js";

export default check("m1-identity/key-set-form", {
  requirement: "M1-01",
  scenario: enlistment,
  reached: keySetAnswers,
  judge({ expect, reached }) {
    for (const answer of reached) {
      expect("HTTP status", answer.status, answer).is(200);
      expect("keys in the JWK set", keysIn(answer)?.length ?? "no JWK set", answer).isNot("no JWK set");
    }
  },
  hint: 'Answer the key endpoint with status 200 and a JWK set: a JSON object whose member "keys" is an array of JWKs.',
  mutants: { "jwks-not-a-set": "keys in the JWK set" },
});
