import { check } from "../../kit/index.js";
import { filesWithRef, guessableBits, mediaOut, refIn } from "../../scenarios/media-out.js";

export default check("m4-features/media/ref-unguessable", {
  requirement: "M4-09",
  scenario: mediaOut,
  reached: (trace) => filesWithRef(trace),
  judge({ expect, reached, profile }) {
    const refs = reached.map((entry) => refIn(entry));
    expect("storage references", refs, reached[0]).isUnique();
    expect("bits that an attacker has to guess", guessableBits(refs), reached[0]).isAtLeast(
      profile.media.minimumRefBits,
    );
  },
  hint: "Draw each storage reference from a secure random source, at least 16 bytes, and write all of it into the reference.",
  mutants: { "counts-files": "bits that an attacker has to guess", "refs-from-content": "storage references" },
  lawful: ["file-refs-as-uuids"],
});
