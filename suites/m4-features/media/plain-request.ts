import { check } from "../../kit/index.js";
import { deliveredFiles, mediaIn, requestsFor } from "../../scenarios/media-in.js";

export default check("m4-features/media/plain-request", {
  requirement: "M4-43",
  version: 2,
  scenario: mediaIn,
  reached: (trace) => deliveredFiles(trace).flatMap((entry) => requestsFor(trace, entry)),
  judge({ expect, reached }) {
    for (const entry of reached) {
      expect("Authorization", entry.headers["authorization"], entry).isAbsent();
      expect("Cookie", entry.headers["cookie"], entry).isAbsent();
      // What stands in a trace in place of a token.
      expect("token in the address", entry.url.includes("<token") ? "yes" : "no", entry).is("no");
    }
  },
  hint: "The file is protected by its encryption; the token is for enlistment and chat only.",
  mutants: {
    "file-request-carries-token": "Authorization",
    "file-request-carries-cookie": "Cookie",
    "file-request-token-in-query": "token in the address",
  },
  lawful: ["asks-before-fetching", "file-request-with-query"],
});
