import { readableFiles, requestedFiles, someFileType } from "../kit/files.js";
import { openedInGroup } from "../kit/groups.js";
import { check } from "../kit/index.js";
import { isOpen } from "../kit/texts.js";
import { groupFiles } from "../scenarios/groups.js";

export default check("groups/file-out", {
  requirement: "G-29",
  scenario: groupFiles,
  needs: [someFileType],
  // A file for one member alone had arrived. What does not open at all is judged by groups/text-out.
  reached(trace) {
    const [alone] = readableFiles(trace);
    const requested = requestedFiles(trace);
    if (alone === undefined || alone.plain?.sha256 !== requested.get(alone.messageId)?.data.sha256) return [];
    return openedInGroup(trace).filter((entry) => isOpen(entry) && requested.has(entry.messageId));
  },
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      if (!expect("content of the message", entry.content?.type, entry).is("media")) continue;
      const [got] = trace.of("media", ({ user, messageId }) => user === entry.user && messageId === entry.messageId);
      const file = got?.plain?.sha256 ?? got?.status ?? "none";
      expect("file that a member got", file, got ?? entry).is(
        requestedFiles(trace).get(entry.messageId)?.data.sha256 ?? "",
      );
    }
  },
  hint: "Put what a message with a file says into the message for all: each member fetches the file by itself.",
  mutants: {
    "group-loses-file-key": "file that a member got",
    "file-host-serves-once": "file that a member got",
  },
  lawful: ["sends-documents-only"],
});
