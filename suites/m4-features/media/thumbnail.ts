import { openedFiles } from "../../kit/files.js";
import { check } from "../../kit/index.js";
import { mediaOut } from "../../scenarios/media-out.js";

export default check("m4-features/media/thumbnail", {
  requirement: "M4-22",
  scenario: mediaOut,
  reached: (trace) => openedFiles(trace),
  judge({ expect, reached, profile }) {
    for (const entry of reached) {
      const bytes = entry.content?.["thumbnailBytes"];
      if (typeof bytes !== "number") continue;
      expect("bytes of the thumbnail", bytes, entry).isAtMost(profile.media.maximumThumbnailBytes);
    }
  },
  hint: "Scale the thumbnail down, or leave it out.",
  mutants: { "large-thumbnail": "bytes of the thumbnail" },
  lawful: ["small-thumbnail"],
});
