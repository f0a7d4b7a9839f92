import { discardsFile } from "../../scenarios/media-in.js";

export default discardsFile("m4-features/media/length-wrong", {
  requirement: "M4-52",
  fault: "media-length-wrong",
  hint: "Compare fileLength with what you decrypted.",
  mutants: ["cuts-to-stated-length", "skips-file-length"],
});
