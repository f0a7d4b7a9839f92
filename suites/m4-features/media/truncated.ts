import { discardsFile } from "../../scenarios/media-in.js";

export default discardsFile("m4-features/media/truncated", {
  requirement: "M4-50",
  fault: "media-truncated",
  hint: "Discard what does not verify as a whole.",
  mutants: ["shows-truncated-files"],
});
