import { check } from "../../kit/index.js";
import { shown } from "../../kit/texts.js";
import { captionsIn } from "../../scenarios/captions.js";
import { deliveredFiles, expectWholeFile } from "../../scenarios/media-in.js";

export default check("m4-features/media/document-same-name", {
  requirement: "M4-120",
  scenario: captionsIn,
  reached: (trace) => deliveredFiles(trace).filter(({ messageId }) => shown(trace, messageId).length > 0),
  judge({ expect, reached, trace }) {
    for (const sent of reached) expectWholeFile(expect, trace, sent);
  },
  hint: "Store received files under names of your own: the names in messages may be equal, also in another Unicode form.",
  mutants: { "files-by-name": "file" },
});
