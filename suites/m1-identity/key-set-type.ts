import { check } from "../kit/index.js";
import { keySetAnswers } from "../kit/tokens.js";
import { enlistment } from "../scenarios/enlistment.js";

export default check("m1-identity/key-set-type", {
  requirement: "M1-29",
  scenario: enlistment,
  reached: (trace) => keySetAnswers(trace).filter(({ status }) => status === 200),
  judge({ expect, reached }) {
    for (const answer of reached) {
      expect("content type", answer.headers["content-type"] ?? "none", answer).matches(
        /^application\/(jwk-set\+)?json\b/i,
      );
    }
  },
  hint: "Serve the key set as application/jwk-set+json, or as application/json (RFC 7517, section 8.5).",
  mutants: { "jwks-as-text": "content type" },
});
