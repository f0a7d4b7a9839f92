import { check } from "../../kit/index.js";
import { largerSealedFiles, mediaOut } from "../../scenarios/media-out.js";

const finding = "MAC of the stored file";

export default check("m4-features/media/mac", {
  requirement: "M4-15",
  scenario: mediaOut,
  reached: (trace) => largerSealedFiles(trace),
  judge({ expect, reached }) {
    for (const entry of reached) {
      const right = !entry.problems.includes("media-mac-mismatch");
      expect(finding, right ? "right" : "wrong", entry).is("right");
    }
  },
  hint: "Take HMAC-SHA256 with the MAC key over the IV and all of the ciphertext, and append its first ten bytes.",
  mutants: Object.fromEntries(
    [
      "file-iv-in-front",
      "file-iv-zero",
      "file-keys-swapped",
      "file-mac-missing",
      "file-mac-of-32-bytes",
      "file-mac-over-plaintext",
      "file-mac-without-iv",
    ].map((id) => [id, finding]),
  ),
  lawful: ["sends-documents-only"],
});
