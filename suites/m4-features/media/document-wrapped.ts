import { appliedFaults } from "../../kit/faults.js";
import { check } from "../../kit/index.js";
import { deliveredFiles, expectWholeFile, sentUnder } from "../../scenarios/media-in.js";
import { captionsIn } from "../../scenarios/captions.js";
import { shown } from "../../kit/texts.js";

export default check("m4-features/media/document-wrapped", {
  requirement: "M4-121",
  scenario: captionsIn,
  // After one that was shown.
  reached: (trace) =>
    appliedFaults(trace, "content-wrapped").flatMap((fault) => {
      const works = deliveredFiles(trace.before(fault)).some(({ messageId }) => shown(trace, messageId).length > 0);
      return works ? (sentUnder(trace, fault) ?? []) : [];
    }),
  judge({ expect, reached, trace }) {
    for (const sent of reached) expectWholeFile(expect, trace, sent);
  },
  hint: "A document with a caption may come inside documentWithCaptionMessage: the message itself is in field 1 of it.",
  mutants: {
    "ignores-document-wrappers": "file shown to the user",
    "ignores-wrappers": "file shown to the user",
  },
});
