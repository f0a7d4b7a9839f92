import { discardsFile } from "../../scenarios/media-in.js";

export default discardsFile("m4-features/media/plain-hash-wrong", {
  requirement: "M4-48",
  fault: "media-hash-wrong",
  hint: "Compare fileSha256 with what you decrypted.",
  mutants: ["skips-file-hash"],
});
