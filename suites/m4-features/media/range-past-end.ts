import { check } from "../../kit/index.js";
import { laterAnswers, mediaHost, ranges } from "../../scenarios/media-host.js";

export default check("m4-features/media/range-past-end", {
  requirement: "M4-30",
  scenario: mediaHost,
  reached: (trace) =>
    laterAnswers(trace, ({ headers }) => headers["range"] === ranges.inside).some(({ status }) => status === 206)
      ? laterAnswers(trace, ({ headers }) => headers["range"] === ranges.behind)
      : [],
  judge({ expect, reached: [entry] }) {
    expect("status of an answer to a range behind the end", entry.status, entry).is(416);
  },
  hint: "Answer a range that begins behind the end with 416 and the length of the file in Content-Range.",
  mutants: { "file-range-past-end": "status of an answer to a range behind the end" },
});
