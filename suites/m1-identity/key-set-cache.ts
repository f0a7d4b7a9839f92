import { check } from "../kit/index.js";
import { keySetAnswers } from "../kit/tokens.js";
import { enlistment } from "../scenarios/enlistment.js";

export default check("m1-identity/key-set-cache", {
  requirement: "M1-28",
  scenario: enlistment,
  reached: (trace) => keySetAnswers(trace).filter(({ status }) => status === 200),
  judge({ expect, reached }) {
    for (const answer of reached) {
      expect("cache-control", answer.headers["cache-control"] ?? "none", answer).matches(
        /\b(max-age=\d+|no-cache|no-store)\b/i,
      );
    }
  },
  hint: "Say with cache-control how long the key set may be kept: verifiers then fetch it neither at each token nor too late after a change.",
  mutants: { "jwks-without-cache-header": "cache-control" },
});
