import { again } from "../../kit/file-host.js";
import { check } from "../../kit/index.js";
import { mediaHost, ranges } from "../../scenarios/media-host.js";

export default check("m4-features/media/range", {
  requirement: "M4-28",
  scenario: mediaHost,
  reached: (trace) => again(trace, ({ headers }) => headers["range"] === ranges.inside).map(({ response }) => response),
  judge({ expect, reached: [entry] }) {
    expect("status of an answer to a range", entry.status, entry).is(206);
  },
  hint: "Answer a GET with one range with 206 and only the bytes asked for.",
  mutants: { "file-host-ignores-ranges": "status of an answer to a range" },
  lawful: ["sends-documents-only"],
});
