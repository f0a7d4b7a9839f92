import { check } from "../../kit/index.js";
import { laterAnswers, mediaHost } from "../../scenarios/media-host.js";

export default check("m4-features/media/head-body", {
  requirement: "M4-155",
  scenario: mediaHost,
  reached: (trace) => laterAnswers(trace, ({ method }) => method === "HEAD"),
  judge({ expect, reached }) {
    for (const entry of reached) {
      const what = "bytes behind the head of an answer to HEAD";
      expect(what, entry.broken === "http-bad-answer" ? "some" : "none", entry).is("none");
    }
  },
  hint: "Send nothing behind the headers of an answer to HEAD; on a connection that goes on, it would be read as the next answer.",
  mutants: { "file-host-body-on-head": "bytes behind the head of an answer to HEAD" },
  lawful: ["file-host-head-unsized"],
});
