import { expectNoProblem, largerSealedFiles } from "../../kit/files-out.js";
import { check } from "../../kit/index.js";
import { mediaOut } from "../../scenarios/media-out.js";

export default check("m4-features/media/mac", {
  requirement: "M4-15",
  scenario: mediaOut,
  reached: (trace) => largerSealedFiles(trace),
  judge: ({ expect, reached }) => expectNoProblem(expect, "MAC of the stored file", reached, "media-mac-mismatch"),
  hint: "Take HMAC-SHA256 with the MAC key over the IV and all of the ciphertext, and append its first ten bytes.",
  mutants: { "file-mac-of-32-bytes": "MAC of the stored file", "file-mac-without-iv": "MAC of the stored file" },
  lawful: ["sends-documents-only"],
});
