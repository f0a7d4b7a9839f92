import { check } from "../kit/index.js";
import { enlistment, enlistmentsWithToken } from "../scenarios/enlistment.js";

/** Verdicts at which the simulated Meta has not come to the signature. */
const unverified = [
  "token-too-large",
  "token-malformed",
  "critical-header",
  "unknown-integrator",
  "key-set-unavailable",
  "key-set-malformed",
  "unknown-key-id",
];

export default check("m1-identity/token-signature", {
  requirement: "M1-06",
  version: 2,
  scenario: enlistment,
  // A token that was refused before its signature was verified says nothing about it: m1-identity/token-accepted.
  reached: (trace) => enlistmentsWithToken(trace).filter(({ token }) => !unverified.includes(token.verdict)),
  judge({ expect, reached, profile }) {
    for (const entry of reached) {
      expect("alg", String(entry.token.header["alg"]), entry).isOneOf(profile.token.algorithms);
      expect("algorithm of the published key", entry.token.verdict, entry).isNot("algorithm-not-allowed");
      expect("signature", entry.token.verdict, entry).isNot("bad-signature");
    }
  },
  hint: "Sign tokens with RS256 and the private half of the published key that the kid names (RFC 7515).",
  mutants: {
    "token-signed-by-other-key": "signature",
    "token-alg-none": "alg",
    "jwks-wrong-algorithm": "algorithm of the published key",
  },
});
