import { largerFiles, messageOf } from "../../kit/files-out.js";
import { check } from "../../kit/index.js";
import { mediaOut } from "../../scenarios/media-out.js";

export default check("m4-features/media/length", {
  requirement: "M4-19",
  version: 2,
  scenario: mediaOut,
  reached: (trace) => largerFiles(trace),
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      const message = messageOf(trace, entry);
      expect("fileLength", message?.content?.["fileLength"], message ?? entry).is(entry.plain?.bytes);
    }
  },
  hint: "State fileLength in bytes of the file before it is encrypted.",
  mutants: { "file-length-of-blob": "fileLength" },
});
