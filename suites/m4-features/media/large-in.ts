import { check } from "../../kit/index.js";
import { shown } from "../../kit/texts.js";
import { deliveredFiles, expectWholeFile, mediaLargeIn } from "../../scenarios/media-in.js";

export default check("m4-features/media/large-in", {
  requirement: "M4-143",
  scenario: mediaLargeIn,
  // Whether it takes such files at all is judged by m4-features/media/large-in-shown.
  reached: (trace) => deliveredFiles(trace).filter(({ messageId }) => shown(trace, messageId).length > 0),
  judge({ expect, reached, trace }) {
    for (const sent of reached) expectWholeFile(expect, trace, sent);
  },
  hint: "Compare what you show with the hash in the message, for large files too.",
  mutants: { "spoils-files-above-8-mib-in": "file" },
});
