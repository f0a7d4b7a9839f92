import { requestedFiles } from "../../kit/files.js";
import { check } from "../../kit/index.js";
import { filesWithRef, mediaOut, refIn, telling } from "../../scenarios/media-out.js";

export default check("m4-features/media/ref-anonymous", {
  requirement: "M4-11",
  scenario: mediaOut,
  reached: (trace) => filesWithRef(trace),
  judge({ expect, reached, trace }) {
    const requested = requestedFiles(trace);
    for (const entry of reached) {
      const file = requested.get(entry.messageId);
      const names = [file?.user, file?.to, file?.fileName].flatMap((name) => telling(name ?? ""));
      const ref = refIn(entry).toLowerCase();
      const found = names.filter((name) => ref.includes(name));
      expect("names in the storage reference", found, entry).isEmpty();
    }
  },
  hint: "Keep names of files and people out of storage references; what the recipient should know is inside the encrypted message.",
  mutants: {
    "names-file-in-ref": "names in the storage reference",
    "names-user-in-ref": "names in the storage reference",
  },
});
