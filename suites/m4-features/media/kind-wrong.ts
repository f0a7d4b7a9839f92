import { expectNotShown } from "../../kit/deviant-message.js";
import { reachedFault } from "../../kit/files-in.js";
import { check } from "../../kit/index.js";
import { mediaDeviant } from "../../scenarios/media-deviant.js";

export default check("m4-features/media/kind-wrong", {
  requirement: "M4-49",
  scenario: mediaDeviant,
  reached: (trace) => reachedFault(trace, "media-kind-wrong"),
  judge: ({ expect, reached: [fault], trace }) => expectNotShown(expect, trace, fault),
  hint: "Derive the keys with the info string of the message's own type, and with no other.",
  mutants: { "tries-every-file-type": "message shown to the user" },
});
