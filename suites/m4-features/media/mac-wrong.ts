import { expectNotShown } from "../../kit/deviant-message.js";
import { reachedFault } from "../../kit/files-in.js";
import { check } from "../../kit/index.js";
import { mediaDeviant } from "../../scenarios/media-deviant.js";

export default check("m4-features/media/mac-wrong", {
  requirement: "M4-46",
  scenario: mediaDeviant,
  reached: (trace) => reachedFault(trace, "media-mac-wrong"),
  judge: ({ expect, reached: [fault], trace }) => expectNotShown(expect, trace, fault),
  hint: "Compare the MAC before you decrypt; a hash in the message does not replace it.",
  mutants: { "skips-file-mac": "message shown to the user" },
});
