import { requestedFiles } from "../../kit/files.js";
import { check } from "../../kit/index.js";
import { mediaLarge } from "../../scenarios/media-host.js";

export default check("m4-features/media/large-out", {
  requirement: "M4-142",
  scenario: mediaLarge,
  reached: (trace) => trace.of("media", ({ status }) => status === 200),
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      const wanted = requestedFiles(trace).get(entry.messageId)?.data;
      const problem = entry.problems.find((found) => found !== "media-length-mismatch");
      if (expect("file of 16 MiB", problem ?? "as promised", entry).is("as promised"))
        expect("file of 16 MiB", entry.plain?.sha256, entry).is(wanted?.sha256);
    }
  },
  hint: "Compare what your host serves with the hash in the message, for large files too.",
  mutants: {
    "spoils-files-above-8-mib-out": "file of 16 MiB",
    "hosts-nothing-of-large-files": "file of 16 MiB",
    "file-host-spoils-large-files": "file of 16 MiB",
    "file-host-ends-early": "file of 16 MiB",
  },
  lawful: ["sends-documents-only"],
});
