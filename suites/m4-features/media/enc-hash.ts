import { largerFiles, messageOf } from "../../kit/files-out.js";
import { check } from "../../kit/index.js";
import { mediaOut } from "../../scenarios/media-out.js";

export default check("m4-features/media/enc-hash", {
  requirement: "M4-17",
  version: 2,
  scenario: mediaOut,
  reached: (trace) => largerFiles(trace),
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      const message = messageOf(trace, entry);
      expect("fileEncSha256", message?.content?.["fileEncSha256"], message ?? entry).is(entry.blob?.sha256);
    }
  },
  hint: "Take fileEncSha256 over the file as it is stored: ciphertext and MAC.",
  mutants: { "enc-hash-without-mac": "fileEncSha256" },
});
