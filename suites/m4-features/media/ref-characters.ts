import { check } from "../../kit/index.js";
import { filesWithRef, mediaOut, refIn } from "../../scenarios/media-out.js";

export default check("m4-features/media/ref-characters", {
  requirement: "M4-10",
  scenario: mediaOut,
  reached: (trace) => filesWithRef(trace),
  judge({ expect, reached, profile }) {
    const allowed = new RegExp(`^(?:${profile.media.refPattern})$`);
    for (const entry of reached) expect("storage reference", refIn(entry), entry).matches(allowed);
  },
  hint: "Use base64url or hexadecimal digits for storage references: other characters may be escaped, or not, on their way.",
  mutants: { "odd-ref-characters": "storage reference" },
  lawful: ["file-refs-as-uuids"],
});
