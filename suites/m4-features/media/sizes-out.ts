import { type Call, calls, resultMember } from "../../kit/calls.js";
import { asDigest, fetchedFiles, requestedFiles } from "../../kit/files.js";
import { check, type EntryOf, type Trace } from "../../kit/index.js";
import { memberOf } from "../../kit/json.js";
import { isStopped } from "../../scenarios/media-host.js";
import { mediaSizesOut } from "../../scenarios/media-out.js";

export default check("m4-features/media/sizes-out", {
  requirement: "M4-140",
  scenario: mediaSizesOut,
  reached: (trace) => calls(trace, "message.send").flatMap((call) => outcomeOf(trace, call)),
  judge({ expect, reached, trace }) {
    const requested = requestedFiles(trace);
    for (const entry of reached) {
      if (entry.kind === "driver") {
        const bytes = asDigest(memberOf(memberOf(entry.params, "content"), "data"))?.bytes ?? 0;
        expect(`file of ${bytes} bytes`, "not sent", entry).is("sent");
        continue;
      }
      const wanted = requested.get(entry.messageId)?.data;
      const what = `file of ${wanted?.bytes ?? 0} bytes`;
      if (!expect(`answer for a ${what}`, entry.status ?? entry.broken, entry).is(200)) continue;
      // What the length states is judged by m4-features/media/length.
      const problem = entry.problems.find((found) => found !== "media-length-mismatch");
      if (expect(what, problem ?? "as promised", entry).is("as promised"))
        expect(what, entry.plain?.sha256, entry).is(wanted?.sha256);
    }
  },
  hint: "Encrypt a file as a whole, whatever its size is, and compare what your host serves with the hash in the message.",
  mutants: {
    "no-padding-block": "file of 65536 bytes",
    "spoils-files-above-8-kib-out": "file of 8193 bytes",
    "loses-whole-chunks-out": "file of 65536 bytes",
    "hosts-nothing-of-large-files": "file of 1048577 bytes",
    "file-host-chokes-on-names": "answer for a file of 8193 bytes",
    "file-host-chokes-on-quotes": "answer for a file of 1000 bytes",
  },
  lawful: ["sends-documents-only"],
});

/** The refusal to send, or what came of fetching the file. */
function outcomeOf(trace: Trace, call: Call): readonly (EntryOf<"driver"> | EntryOf<"media">)[] {
  // What is wrong with files of every size is judged where one of each type is sent.
  const requested = requestedFiles(trace);
  const isServing = fetchedFiles(trace).some(
    ({ messageId, problems, plain }) =>
      problems.length === 0 && plain?.sha256 === requested.get(messageId)?.data.sha256,
  );
  if (!isServing) return [];
  const id = resultMember(call, "id");
  if (id === undefined) return [call.request];
  return trace.of("media", (entry) => entry.messageId === id && !isStopped(entry));
}
