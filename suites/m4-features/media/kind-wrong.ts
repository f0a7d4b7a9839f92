import { discardsFile } from "../../scenarios/media-in.js";

export default discardsFile("m4-features/media/kind-wrong", {
  requirement: "M4-49",
  fault: "media-kind-wrong",
  hint: "Derive the keys with the info string of the message's own type, and with no other.",
  mutants: ["tries-every-file-type"],
});
