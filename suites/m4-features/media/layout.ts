import { sealedLength } from "../../../protocol/media/seal.js";
import { requestedFiles } from "../../kit/files.js";
import { check } from "../../kit/index.js";
import { largerSealedFiles, mediaOut } from "../../scenarios/media-out.js";

export default check("m4-features/media/layout", {
  requirement: "M4-14",
  scenario: mediaOut,
  reached: (trace) => largerSealedFiles(trace),
  judge({ expect, reached, trace }) {
    const requested = requestedFiles(trace);
    for (const entry of reached) {
      const plain = requested.get(entry.messageId)?.data.bytes ?? 0;
      expect("bytes of the stored file", entry.blob?.bytes, entry).is(sealedLength(plain));
    }
  },
  hint: "Store the ciphertext, padded to whole blocks, and behind it the first ten bytes of the HMAC; nothing else.",
  mutants: { "file-mac-of-32-bytes": "bytes of the stored file" },
});
