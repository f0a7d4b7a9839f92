import { check } from "../../kit/index.js";
import { faultsOfFetched, mediaDeviant, requestsFor, sentUnder } from "../../scenarios/media-in.js";

export default check("m4-features/media/missing-final", {
  requirement: "M4-54",
  version: 2,
  scenario: mediaDeviant,
  reached: (trace) => faultsOfFetched(trace, "media-missing"),
  judge({ expect, reached, trace }) {
    for (const fault of reached) {
      const sent = sentUnder(trace, fault);
      const asked = sent === undefined ? [] : requestsFor(trace, sent).filter(({ method }) => method === "GET");
      const what = `requests for a file after status ${String(fault.params["status"])}`;
      // None at all where HEAD has said that it is not there.
      expect(what, asked.length, asked.at(-1) ?? fault).isAtMost(1);
    }
  },
  hint: "Take 403, 404 and 410 as final.",
  mutants: {
    "insists-on-missing-files": "requests for a file after status 404",
    "insists-on-gone-files": "requests for a file after status 410",
  },
  lawful: ["file-request-with-query", "asks-before-fetching"],
});
