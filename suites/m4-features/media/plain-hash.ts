import { largerFiles, messageOf } from "../../kit/files-out.js";
import { check } from "../../kit/index.js";
import { mediaOut } from "../../scenarios/media-out.js";

export default check("m4-features/media/plain-hash", {
  requirement: "M4-18",
  version: 2,
  scenario: mediaOut,
  reached: (trace) => largerFiles(trace),
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      const message = messageOf(trace, entry);
      expect("fileSha256", message?.content?.["fileSha256"], message ?? entry).is(entry.plain?.sha256);
    }
  },
  hint: "Take fileSha256 over the file before it is encrypted.",
  mutants: { "plain-hash-of-blob": "fileSha256" },
});
