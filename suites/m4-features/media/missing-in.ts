import { discardsFile } from "../../scenarios/media-in.js";

export default discardsFile("m4-features/media/missing-in", {
  requirement: "M4-53",
  version: 2,
  fault: "media-missing",
  hint: "Show that the file could not be fetched, not an empty one.",
  mutants: ["shows-missing-files"],
  lawful: ["asks-before-fetching"],
});
