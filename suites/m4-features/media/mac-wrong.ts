import { discardsFile } from "../../scenarios/media-in.js";

export default discardsFile("m4-features/media/mac-wrong", {
  requirement: "M4-46",
  fault: "media-mac-wrong",
  hint: "Compare the MAC before you decrypt; a hash in the message does not replace it.",
  mutants: ["skips-file-mac"],
});
