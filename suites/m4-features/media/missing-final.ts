import { reachedFault, requestsFor, sentUnder } from "../../kit/files-in.js";
import { check } from "../../kit/index.js";
import { mediaDeviant } from "../../scenarios/media-deviant.js";

export default check("m4-features/media/missing-final", {
  requirement: "M4-54",
  scenario: mediaDeviant,
  reached: (trace) => reachedFault(trace, "media-missing"),
  judge({ expect, reached: [fault], trace }) {
    const sent = sentUnder(trace, fault);
    const asked = sent === undefined ? [] : requestsFor(trace, sent).filter(({ method }) => method === "GET");
    expect("requests for a file that is not there", asked.length, asked.at(-1) ?? fault).is(1);
  },
  hint: "Take 403, 404 and 410 as final.",
  mutants: { "insists-on-missing-files": "requests for a file that is not there" },
});
