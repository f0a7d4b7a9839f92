import { check } from "../kit/index.js";
import { keySetAnswers, keysIn } from "../kit/tokens.js";
import { enlistment } from "../scenarios/enlistment.js";

export default check("m1-identity/key-strength", {
  requirement: "M1-03",
  scenario: enlistment,
  reached: (trace) => keySetAnswers(trace).filter((answer) => keysIn(answer)?.some((key) => key["kty"] === "RSA")),
  judge({ expect, reached, profile }) {
    for (const answer of reached) {
      for (const key of keysIn(answer) ?? []) {
        const modulus = Buffer.from(String(key["n"]), "base64url");
        expect("modulus in bits", modulus.length * 8, answer).isAtLeast(profile.token.minimumRsaBits);
      }
    }
  },
  hint: "Generate RSA keys of at least 2048 bits (RFC 7518 section 3.3).",
  mutants: { "jwks-weak-key": "modulus in bits" },
});
