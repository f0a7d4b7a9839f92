import { requestedFiles } from "../../kit/files.js";
import { check } from "../../kit/index.js";
import { mediaOut } from "../../scenarios/media-out.js";

const needed = ["directPath", "mediaKey", "fileSha256", "fileEncSha256"];

export default check("m4-features/media/descriptor", {
  requirement: "M4-161",
  scenario: mediaOut,
  reached(trace) {
    const requested = requestedFiles(trace);
    // Other errors are judged by the checks of messages.
    return trace.of(
      "opened",
      ({ messageId, error, field }) => requested.has(messageId) && (error === undefined || field !== undefined),
    );
  },
  judge({ expect, reached }) {
    for (const entry of reached) {
      for (const name of needed) {
        const isNamed = entry.field?.path.endsWith(`.${name}`) === true;
        expect(`${name} of a file`, isNamed ? entry.field?.found : "usable", entry).is("usable");
      }
    }
  },
  hint: "Say where the file is and how it is opened: directPath, a mediaKey of 32 bytes, and both hashes as 32 bytes each.",
  mutants: {
    "file-key-too-short": "mediaKey of a file",
    "file-enc-hash-as-hex": "fileEncSha256 of a file",
    "file-without-hash": "fileSha256 of a file",
    "file-without-path": "directPath of a file",
  },
  lawful: ["sends-documents-only", "sends-files-undescribed"],
});
