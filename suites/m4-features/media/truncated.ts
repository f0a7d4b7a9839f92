import { expectNotShown } from "../../kit/deviant-message.js";
import { reachedFault } from "../../kit/files-in.js";
import { check } from "../../kit/index.js";
import { mediaDeviant } from "../../scenarios/media-deviant.js";

export default check("m4-features/media/truncated", {
  requirement: "M4-50",
  scenario: mediaDeviant,
  reached: (trace) => reachedFault(trace, "media-truncated"),
  judge: ({ expect, reached: [fault], trace }) => expectNotShown(expect, trace, fault),
  hint: "Discard what does not verify as a whole.",
  mutants: { "shows-truncated-files": "message shown to the user" },
});
