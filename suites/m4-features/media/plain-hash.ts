import { expectNoProblem, largerFiles } from "../../kit/files-out.js";
import { check } from "../../kit/index.js";
import { mediaOut } from "../../scenarios/media-out.js";

export default check("m4-features/media/plain-hash", {
  requirement: "M4-18",
  scenario: mediaOut,
  reached: (trace) => largerFiles(trace),
  judge: ({ expect, reached }) => expectNoProblem(expect, "fileSha256", reached, "media-hash-mismatch"),
  hint: "Take fileSha256 over the file before it is encrypted.",
  mutants: { "plain-hash-of-blob": "fileSha256" },
});
