import { check } from "../../kit/index.js";
import { laterAnswers, mediaHost } from "../../scenarios/media-host.js";

export default check("m4-features/media/head-range", {
  requirement: "M4-154",
  scenario: mediaHost,
  // Whether HEAD is known is judged by m4-features/media/head.
  reached(trace) {
    const isKnown = laterAnswers(
      trace,
      ({ method, headers }) => method === "HEAD" && headers["range"] === undefined,
    ).some(({ status }) => status === 200);
    return isKnown
      ? laterAnswers(trace, ({ method, headers }) => method === "HEAD" && headers["range"] !== undefined)
      : [];
  },
  judge({ expect, reached }) {
    for (const entry of reached) {
      expect("status of HEAD with a range", entry.status, entry).is(200);
      expect("Content-Range in the answer to HEAD", entry.headers["content-range"], entry).isAbsent();
    }
  },
  hint: "Ranges are for GET only: answer HEAD as if there were no Range header.",
  mutants: { "file-host-ranges-on-head": "status of HEAD with a range" },
  lawful: ["file-host-head-unsized"],
});
