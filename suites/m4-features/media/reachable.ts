import { integratorIn, wellAddressed } from "../../kit/files.js";
import { check } from "../../kit/index.js";
import { mediaOut } from "../../scenarios/media-out.js";

export default check("m4-features/media/reachable", {
  requirement: "M4-23",
  scenario: mediaOut,
  reached: (trace) => wellAddressed(trace, integratorIn(trace)),
  judge({ expect, reached }) {
    for (const entry of reached) expect("answer for the file", entry.status ?? entry.broken, entry).is(200);
  },
  hint: "Answer GET {base}/{reference} with 200 and the stored file: Meta sends no credentials and follows no redirects.",
  mutants: { "file-host-demands-login": "answer for the file", "file-host-redirects": "answer for the file" },
  lawful: ["sends-documents-only"],
});
