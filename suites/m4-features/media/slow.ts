import { expectWholeFile, reachedFault, sentUnder } from "../../kit/files-in.js";
import { check } from "../../kit/index.js";
import { mediaTransfer } from "../../scenarios/media-transfer.js";

export default check("m4-features/media/slow", {
  requirement: "M4-57",
  scenario: mediaTransfer,
  reached: (trace) => reachedFault(trace, "media-slow").flatMap((fault) => sentUnder(trace, fault) ?? []),
  judge: ({ expect, reached: [sent], trace }) => expectWholeFile(expect, trace, sent),
  hint: "Limit the time without any byte, not the time of the whole transfer.",
  mutants: { "impatient-with-files": "file shown to the user" },
});
