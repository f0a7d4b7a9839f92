import { type Call, calls, resultMember } from "../../kit/calls.js";
import { asDigest, requestedFiles, sealedFiles } from "../../kit/files.js";
import { check, type EntryOf, type Trace } from "../../kit/index.js";
import { memberOf } from "../../kit/json.js";
import { edgeSizes, mediaOut } from "../../scenarios/media-out.js";

export default check("m4-features/media/block-edges", {
  requirement: "M4-20",
  version: 2,
  scenario: mediaOut,
  reached: (trace) =>
    calls(trace, "message.send")
      .filter(isEdge)
      .flatMap((call) => outcomeOf(trace, call)),
  judge({ expect, reached, trace }) {
    const requested = requestedFiles(trace);
    for (const entry of reached) {
      if (entry.kind === "driver") {
        expect(`file of ${sizeIn(entry) ?? 0} bytes`, "not sent", entry).is("sent");
        continue;
      }
      const wanted = requested.get(entry.messageId)?.data;
      const what = `file of ${wanted?.bytes ?? 0} bytes`;
      const problem = entry.problems.find((found) => found === "media-bad-padding" || found === "media-too-short");
      if (expect(what, problem ?? "padded", entry).is("padded"))
        expect(what, entry.plain?.sha256, entry).is(wanted?.sha256);
    }
  },
  hint: "Pad every file: one whose length is a multiple of 16 gets a whole block of padding, the empty file too.",
  mutants: {
    "file-key-not-derived": "file of 16 bytes",
    "no-padding-block": "file of 16 bytes",
    "refuses-empty-files": "file of 0 bytes",
  },
  lawful: ["sends-documents-only"],
});

/** The refusal to send, or the file as it was fetched; what is wrong with paths and MACs is judged by other checks. */
function outcomeOf(trace: Trace, call: Call): readonly (EntryOf<"driver"> | EntryOf<"media">)[] {
  const id = resultMember(call, "id");
  if (id === undefined) return [call.request];
  return sealedFiles(trace).filter(
    ({ messageId, problems }) =>
      messageId === id && !problems.includes("media-mac-mismatch") && !problems.includes("media-not-blocks"),
  );
}

function isEdge({ request }: Call): boolean {
  const size = sizeIn(request);
  return size !== undefined && edgeSizes.includes(size);
}

/** Bytes of the file that the provider was asked to send. */
function sizeIn({ params }: EntryOf<"driver">): number | undefined {
  return asDigest(memberOf(memberOf(params, "content"), "data"))?.bytes;
}
