import { fetchedFiles, requestedFiles } from "../../kit/files.js";
import { check } from "../../kit/index.js";
import { mediaOut } from "../../scenarios/media-out.js";

export default check("m4-features/media/ciphertext-only", {
  requirement: "M4-13",
  scenario: mediaOut,
  reached: (trace) => fetchedFiles(trace).filter((entry) => entry.blob !== undefined),
  judge({ expect, reached, trace }) {
    const requested = requestedFiles(trace);
    for (const entry of reached) {
      const plain = entry.blob?.sha256 === requested.get(entry.messageId)?.data.sha256;
      expect("file on the media host", plain ? "in clear" : "encrypted", entry).is("encrypted");
    }
  },
  hint: "Encrypt a file on the user's device, before it is uploaded.",
  mutants: { "hosts-plain-files": "file on the media host" },
});
