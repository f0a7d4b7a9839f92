import { check } from "../../kit/index.js";
import { appliedFaults } from "../../kit/faults.js";
import { deliveredFiles, expectWholeFile, isShownWhole, mediaDeviant } from "../../scenarios/media-in.js";

export default check("m4-features/media/after-deviant", {
  requirement: "M4-166",
  version: 2,
  scenario: mediaDeviant,
  reached(trace) {
    const [first] = deliveredFiles(trace);
    const faulty = appliedFaults(trace).map(({ messageId }) => messageId);
    const last = deliveredFiles(trace).at(-1);
    const isBehind = faulty.length > 0 && last !== undefined && last !== first && !faulty.includes(last.messageId);
    return first !== undefined && isBehind && isShownWhole(trace, first) ? last : undefined;
  },
  judge: ({ expect, reached: [sent], trace }) => expectWholeFile(expect, trace, sent),
  hint: "What is wrong with one file concerns that file only: go on with the next one.",
  mutants: {
    "stops-at-refused-files": "file shown to the user",
    "hangs-on-odd-file-lengths": "file shown to the user",
  },
});
