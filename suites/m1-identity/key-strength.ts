import { check } from "../kit/index.js";
import { enlistment, type Jwk, keySetAnswers, keysIn } from "../scenarios/enlistment.js";

export default check("m1-identity/key-strength", {
  requirement: "M1-03",
  version: 2,
  scenario: enlistment,
  reached: (trace) => keySetAnswers(trace).filter((answer) => keysIn(answer)?.some(isRsa)),
  judge({ expect, reached, profile }) {
    for (const answer of reached) {
      for (const key of (keysIn(answer) ?? []).filter(isRsa)) {
        expect("modulus in bits", bitsIn(String(key["n"])), answer).isAtLeast(profile.token.minimumRsaBits);
      }
    }
  },
  hint: "Generate RSA keys of at least 2048 bits (RFC 7518 section 3.3).",
  mutants: { "jwks-weak-key": "modulus in bits" },
});

/** m1-identity/key-form judges other keys. */
function isRsa(key: Jwk): boolean {
  return key["kty"] === "RSA";
}

/** Zeros in front do not make a number larger. */
function bitsIn(modulus: string): number {
  const hex = Buffer.from(modulus, "base64url").toString("hex");
  return hex === "" ? 0 : BigInt(`0x${hex}`).toString(2).length;
}
