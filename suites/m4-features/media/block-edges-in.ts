import { check } from "../../kit/index.js";
import { deliveredFiles, expectFilesShown, isLarger, mediaIn } from "../../scenarios/media-in.js";

export default check("m4-features/media/block-edges-in", {
  requirement: "M4-44",
  scenario: mediaIn,
  reached: (trace) => deliveredFiles(trace).filter((entry) => !isLarger(entry)),
  judge: ({ expect, reached, trace }) => expectFilesShown(expect, trace, reached),
  hint: "Take off as many bytes as the last byte says, which may be a whole block, and show empty files too.",
  mutants: { "keeps-padding-block": "file", "skips-empty-files": "file shown to the user" },
});
