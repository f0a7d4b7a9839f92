import { check } from "../../kit/index.js";
import { fetchAnswers } from "../../scenarios/media-host.js";
import { mediaOut } from "../../scenarios/media-out.js";

export default check("m4-features/media/no-redirect", {
  requirement: "M4-26",
  scenario: mediaOut,
  reached: (trace) => fetchAnswers(trace),
  judge({ expect, reached }) {
    for (const entry of reached) {
      const redirects = entry.status !== undefined && entry.status >= 300 && entry.status < 400;
      expect("redirect", redirects ? `${entry.status}` : "none", entry).is("none");
    }
  },
  hint: "Serve the file under the address that you gave Meta.",
  mutants: { "file-host-redirects": "redirect" },
});
