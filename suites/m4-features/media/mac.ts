import { check } from "../../kit/index.js";
import { largerSealedFiles, mediaOut } from "../../scenarios/media-out.js";

export default check("m4-features/media/mac", {
  requirement: "M4-15",
  scenario: mediaOut,
  reached: (trace) => largerSealedFiles(trace),
  judge({ expect, reached }) {
    for (const entry of reached) {
      const right = !entry.problems.includes("media-mac-mismatch");
      expect("MAC of the stored file", right ? "right" : "wrong", entry).is("right");
    }
  },
  hint: "Take HMAC-SHA256 with the MAC key over the IV and all of the ciphertext, and append its first ten bytes.",
  mutants: { "file-mac-of-32-bytes": "MAC of the stored file", "file-mac-without-iv": "MAC of the stored file" },
  lawful: ["sends-documents-only"],
});
