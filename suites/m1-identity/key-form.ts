import type { Json } from "../../harness/model/trace.js";
import { check } from "../kit/index.js";
import { enlistment, enlistmentsWithToken, type Jwk, keySets, keysIn } from "../scenarios/enlistment.js";

/** Base64urlUInt (RFC 7518 section 2): URL-safe, without padding, and no zero octet in front. */
const number = /^(?!A[A-P])[\w-]+$/;

export default check("m1-identity/key-form", {
  requirement: "M1-02",
  version: 2,
  scenario: enlistment,
  reached: keySets,
  judge({ expect, reached, trace, profile }) {
    const { algorithms } = profile.token;
    const named = enlistmentsWithToken(trace).map(({ token }) => token.header["kid"]);
    for (const answer of reached) {
      for (const key of signingKeys(keysIn(answer) ?? [], named, algorithms)) {
        expect("kty", key["kty"], answer).is("RSA");
        expect("alg", String(key["alg"]), answer).isOneOf(algorithms);
        expect("use", key["use"], answer).is("sig");
        expect("kid", typeof key["kid"], answer).is("string");
        expect("n", textOf(key["n"]), answer).matches(number);
        expect("e", textOf(key["e"]), answer).matches(number);
      }
    }
  },
  hint: "Publish each signing key with kty RSA, alg RS256, use sig, a kid, and n and e in URL-safe base64 without zero octets in front (RFC 7517, RFC 7518 sections 2 and 6.3).",
  mutants: {
    "jwks-exponent-as-number": "e",
    "jwks-leading-zero": "n",
    "jwks-padded-modulus": "n",
    "jwks-without-kid": "kid",
    "jwks-wrong-use": "use",
    "jwks-wrong-algorithm": "alg",
  },
  lawful: ["key-set-shares-id", "key-set-with-other-keys"],
});

/**
 * The keys that sign tokens. Keys for another use and of other types may be published too, under the same id even
 * (RFC 7517 sections 4.5 and 5). When no key has the id of a token, all that may be for signatures are judged.
 */
function signingKeys(
  keys: readonly Jwk[],
  named: readonly (Json | undefined)[],
  algorithms: readonly string[],
): readonly Jwk[] {
  const candidates = keys.filter(({ kid }) => kid !== undefined && named.includes(kid));
  const fitting = candidates.filter(
    ({ kty, use, alg }) =>
      kty === "RSA" && (use === undefined || use === "sig") && (alg === undefined || algorithms.includes(String(alg))),
  );
  if (fitting.length > 0) return fitting;
  return candidates.length > 0 ? candidates : keys.filter(({ use }) => use !== "enc");
}

function textOf(member: Json | undefined): string {
  return typeof member === "string" ? member : `${JSON.stringify(member) ?? "missing"} (no text)`;
}
