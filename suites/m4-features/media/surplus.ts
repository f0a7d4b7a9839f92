import { discardsFile } from "../../scenarios/media-in.js";

export default discardsFile("m4-features/media/surplus", {
  requirement: "M4-51",
  fault: "media-surplus",
  hint: "Verify all that was fetched; do not cut it to the expected length.",
  mutants: ["cuts-surplus"],
});
