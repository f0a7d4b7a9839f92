import { check } from "../kit/index.js";
import { enlistment, enlistmentsWithToken, publishedKeys } from "../scenarios/enlistment.js";

export default check("m1-identity/token-signature", {
  requirement: "M1-06",
  scenario: enlistment,
  // Only a token whose key is published can be judged; one that claims to need no key can be judged at once.
  reached(trace) {
    const published = publishedKeys(trace).map((key) => key["kid"]);
    return enlistmentsWithToken(trace).filter(
      ({ token }) => token.header["alg"] === "none" || published.includes(token.header["kid"] ?? null),
    );
  },
  judge({ expect, reached, profile }) {
    for (const entry of reached) {
      expect("alg", String(entry.token.header["alg"]), entry).isOneOf(profile.token.algorithms);
      expect("signature", entry.token.verdict, entry).isNot("bad-signature");
    }
  },
  hint: "Sign tokens with RS256 and the private half of the published key that the kid names (RFC 7515).",
  mutants: { "token-signed-by-other-key": "signature", "token-alg-none": "alg" },
});
