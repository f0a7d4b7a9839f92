import { deliveredFiles, expectFileShown, isLarger } from "../../kit/files-in.js";
import { check } from "../../kit/index.js";
import { mediaIn } from "../../scenarios/media-in.js";

export default check("m4-features/media/block-edges-in", {
  requirement: "M4-44",
  scenario: mediaIn,
  reached: (trace) => deliveredFiles(trace).filter((entry) => !isLarger(entry)),
  judge({ expect, reached, trace }) {
    for (const entry of reached) expectFileShown(expect, trace, entry);
  },
  hint: "Take off as many bytes as the last byte says, which may be a whole block, and show empty files too.",
  mutants: { "keeps-padding-block": "file", "skips-empty-files": "file shown to the user" },
});
