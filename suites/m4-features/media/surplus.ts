import { expectNotShown } from "../../kit/deviant-message.js";
import { reachedFault } from "../../kit/files-in.js";
import { check } from "../../kit/index.js";
import { mediaDeviant } from "../../scenarios/media-deviant.js";

export default check("m4-features/media/surplus", {
  requirement: "M4-51",
  scenario: mediaDeviant,
  reached: (trace) => reachedFault(trace, "media-surplus"),
  judge: ({ expect, reached: [fault], trace }) => expectNotShown(expect, trace, fault),
  hint: "Verify all that was fetched; do not cut it to the expected length.",
  mutants: { "cuts-surplus": "message shown to the user" },
});
