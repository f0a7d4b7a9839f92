import { check } from "../../kit/index.js";
import { fetchAnswers, mediaHost } from "../../scenarios/media-host.js";

export default check("m4-features/media/no-cookies", {
  requirement: "M4-25",
  scenario: mediaHost,
  reached: (trace) => fetchAnswers(trace),
  judge({ expect, reached }) {
    for (const entry of reached) expect("Set-Cookie", entry.headers["set-cookie"], entry).isAbsent();
  },
  hint: "Serve files without sessions and cookies.",
  mutants: { "file-host-sets-cookies": "Set-Cookie" },
});
