import { openedFiles, requestedFiles } from "../../kit/files.js";
import { check } from "../../kit/index.js";
import { mediaOut } from "../../scenarios/media-out.js";

export default check("m4-features/media/caption-out", {
  requirement: "M4-06",
  version: 2,
  needs: ["image"],
  scenario: mediaOut,
  reached(trace) {
    const requested = requestedFiles(trace);
    return openedFiles(trace).filter(({ messageId }) => requested.get(messageId)?.caption !== undefined);
  },
  judge({ expect, reached, trace }) {
    const requested = requestedFiles(trace);
    for (const entry of reached) {
      const wanted = requested.get(entry.messageId);
      expect("caption", entry.content?.["caption"], entry).is(wanted?.caption);
      expect("file name", entry.content?.["fileName"], entry).is(wanted?.fileName);
    }
  },
  hint: "Put the caption into images, videos and documents, and the file name into documents.",
  mutants: { "caption-from-file-name": "caption", "drops-captions": "caption", "drops-file-names": "file name" },
});
