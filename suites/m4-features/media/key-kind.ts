import { check } from "../../kit/index.js";
import { largerFiles, mediaOut, messageOf } from "../../scenarios/media-out.js";

export default check("m4-features/media/key-kind", {
  requirement: "M4-16",
  version: 2,
  scenario: mediaOut,
  reached: (trace) => largerFiles(trace),
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      const message = messageOf(trace, entry);
      const kind = String(message?.content?.["kind"]);
      const found = entry.problems.includes("media-wrong-kind") ? "another" : kind;
      expect("type whose keys sealed the file", found, message ?? entry).is(kind);
    }
  },
  hint: "Derive the keys with the info string of the type that the message has: image, video, audio (voice too) or document.",
  mutants: { "one-file-info-for-all": "type whose keys sealed the file" },
  lawful: ["sends-documents-only"],
});
