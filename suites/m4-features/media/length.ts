import { expectNoProblem, largerFiles } from "../../kit/files-out.js";
import { check } from "../../kit/index.js";
import { mediaOut } from "../../scenarios/media-out.js";

export default check("m4-features/media/length", {
  requirement: "M4-19",
  scenario: mediaOut,
  reached: (trace) => largerFiles(trace),
  judge: ({ expect, reached }) => expectNoProblem(expect, "fileLength", reached, "media-length-mismatch"),
  hint: "State fileLength in bytes of the file before it is encrypted.",
  mutants: { "file-length-of-blob": "fileLength" },
});
