import { check } from "../kit/index.js";
import { enlistment, enlistmentsWithToken, publishedKeys } from "../scenarios/enlistment.js";

export default check("m1-identity/token-key-id", {
  requirement: "M1-05",
  scenario: enlistment,
  // m1-identity/key-form judges a key set without key ids.
  reached: (trace) => (publishedKeys(trace).some((key) => "kid" in key) ? enlistmentsWithToken(trace) : []),
  judge({ expect, reached, trace }) {
    const published = publishedKeys(trace).map((key) => key["kid"]);
    for (const entry of reached) expect("kid", entry.token.header["kid"], entry).isOneOf(published);
  },
  hint: "Put the kid of the signing key into the token's header, and publish that key before the first token that names it.",
  mutants: { "token-unknown-kid": "kid" },
});
