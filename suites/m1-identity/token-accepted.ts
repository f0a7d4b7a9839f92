import { check } from "../kit/index.js";
import { enlistment, enlistmentsWithToken } from "../scenarios/enlistment.js";

const finding = "token at enlistment";

/** Mutants whose token the endpoint refuses, for any reason. */
const refused = [
  "jwks-exponent-as-number",
  "jwks-leading-zero",
  "jwks-not-a-set",
  "jwks-padded-modulus",
  "jwks-weak-key",
  "jwks-without-kid",
  "jwks-wrong-algorithm",
  "jwks-wrong-use",
  "token-alg-none",
  "token-already-expired",
  "token-begins-later",
  "token-critical-extension",
  "token-for-somebody-else",
  "token-issued-in-milliseconds",
  "token-oversized",
  "token-signed-by-other-key",
  "token-unknown-kid",
  "token-without-expiry",
  "token-without-identifier",
];

export default check("m1-identity/token-accepted", {
  requirement: "M1-40",
  scenario: enlistment,
  reached: enlistmentsWithToken,
  judge({ expect, reached }) {
    for (const entry of reached) {
      const { verdict, reason = verdict } = entry.token;
      expect(finding, verdict === "ok" ? "accepted" : reason, entry).is("accepted");
    }
  },
  hint: "Issue the token as the profile says: its claims are named there (section token), its key stands in your key set.",
  mutants: Object.fromEntries(refused.map((id) => [id, finding])),
  lawful: [
    "key-set-shares-id",
    "key-set-with-other-keys",
    "token-audience-list",
    "token-clock-ahead",
    "token-clock-behind",
    "token-type-at-jwt",
    "token-with-extra-claims",
    "token-without-issue-time",
  ],
});
