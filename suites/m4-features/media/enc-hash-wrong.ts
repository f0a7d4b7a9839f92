import { discardsFile } from "../../scenarios/media-in.js";

export default discardsFile("m4-features/media/enc-hash-wrong", {
  requirement: "M4-47",
  fault: "media-enc-hash-wrong",
  hint: "Compare fileEncSha256 with what you fetched.",
  mutants: ["skips-file-enc-hash"],
});
