import { expectNotShown } from "../../kit/deviant-message.js";
import { reachedFault } from "../../kit/files-in.js";
import { check } from "../../kit/index.js";
import { mediaDeviant } from "../../scenarios/media-deviant.js";

export default check("m4-features/media/length-wrong", {
  requirement: "M4-52",
  scenario: mediaDeviant,
  reached: (trace) => reachedFault(trace, "media-length-wrong"),
  judge: ({ expect, reached: [fault], trace }) => expectNotShown(expect, trace, fault),
  hint: "Compare fileLength with what you decrypted.",
  mutants: { "skips-file-length": "message shown to the user" },
});
