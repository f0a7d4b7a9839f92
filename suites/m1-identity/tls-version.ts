import { check } from "../kit/index.js";
import { keyEndpoint, keySetAnswers } from "../scenarios/enlistment.js";

export default check("m1-identity/tls-version", {
  requirement: "M1-21",
  scenario: keyEndpoint,
  reached: (trace) => keySetAnswers(trace).filter(({ tls }) => tls !== undefined),
  judge({ expect, reached }) {
    for (const answer of reached) expect("version of TLS", answer.tls, answer).is("TLSv1.3");
  },
  hint: "Offer TLS 1.3 at the addresses of your servers.",
  mutants: { "speaks-old-tls": "version of TLS" },
});
