import { check } from "../kit/index.js";
import { enlistment, keySets, keysIn } from "../scenarios/enlistment.js";

export default check("m1-identity/key-form", {
  requirement: "M1-02",
  scenario: enlistment,
  reached: keySets,
  judge({ expect, reached, profile }) {
    for (const answer of reached) {
      for (const key of keysIn(answer) ?? []) {
        expect("kty", key["kty"], answer).is("RSA");
        expect("alg", String(key["alg"]), answer).isOneOf(profile.token.algorithms);
        expect("use", key["use"], answer).is("sig");
        expect("kid", typeof key["kid"], answer).is("string");
        expect("n", String(key["n"]), answer).matches(/^[\w-]+$/);
        expect("e", String(key["e"]), answer).matches(/^[\w-]+$/);
      }
    }
  },
  hint: "Publish each key with kty RSA, alg RS256, use sig, a kid, and n and e in URL-safe base64 (RFC 7517, RFC 7518 section 6.3).",
  mutants: { "jwks-without-kid": "kid", "jwks-wrong-use": "use", "jwks-wrong-algorithm": "alg" },
});
