import { check } from "../../kit/index.js";
import { fetchAnswers, firstWhole, mediaHost, unknownRef } from "../../scenarios/media-host.js";

export default check("m4-features/media/missing", {
  requirement: "M4-32",
  scenario: mediaHost,
  reached: (trace) =>
    firstWhole(trace) === undefined ? [] : fetchAnswers(trace, ({ url }) => url.includes(unknownRef)),
  judge({ expect, reached: [entry] }) {
    expect("status for an unknown reference", entry.status, entry).isOneOf([404, 410]);
  },
  hint: "Answer 404 for what was never there and 410 for what is gone; with any other status the recipient goes on asking.",
  mutants: { "file-host-200-for-missing": "status for an unknown reference" },
  lawful: ["file-host-410-for-missing"],
});
