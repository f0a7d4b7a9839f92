import { check } from "../kit/index.js";
import { keyEndpoint, keySetAnswers } from "../scenarios/enlistment.js";

export default check("m1-identity/http-versions", {
  requirement: "M1-20",
  scenario: keyEndpoint,
  reached: (trace) => keySetAnswers(trace).filter(({ protocol }) => protocol !== undefined),
  judge({ expect, reached }) {
    for (const answer of reached) {
      const found = answer.status ?? answer.body;
      expect(`status over ${answer.protocol === "h2" ? "HTTP/2" : "HTTP/1.1"}`, found, answer).is(200);
    }
  },
  hint: "Let your server, or the proxy before it, speak HTTP/1.1 and HTTP/2 at the same address; ALPN chooses between them.",
  mutants: { "speaks-http1-only": "status over HTTP/2" },
});
