import { check } from "../../kit/index.js";
import { expectWholeFile, faultsOfFetched, mediaDeviant, sentUnder } from "../../scenarios/media-in.js";
import { shown } from "../../kit/texts.js";

export default check("m4-features/media/ends-early", {
  requirement: "M4-167",
  scenario: mediaDeviant,
  reached: (trace) => faultsOfFetched(trace, "media-ends-early"),
  judge({ expect, reached: [fault], trace }) {
    const sent = sentUnder(trace, fault);
    // Not shown at all, or whole after another request.
    if (sent !== undefined && shown(trace, sent.messageId).length > 0) expectWholeFile(expect, trace, sent);
  },
  hint: "Verify a file before you show it: the end of a connection does not mean that all of it has come.",
  mutants: { "shows-truncated-files": "file", "shows-short-answers": "file" },
});
