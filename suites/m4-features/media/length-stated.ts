import { check } from "../../kit/index.js";
import { expectWholeFile, faultsOfFetched, mediaDeviant, sentUnder } from "../../scenarios/media-in.js";
import { shown } from "../../kit/texts.js";

export default check("m4-features/media/length-stated", {
  requirement: "M4-173",
  scenario: mediaDeviant,
  reached: (trace) => faultsOfFetched(trace, "media-length-wrong"),
  judge({ expect, reached, trace }) {
    for (const fault of reached) {
      const sent = sentUnder(trace, fault);
      // Whether it may be shown is judged by m4-features/media/length-wrong.
      if (sent !== undefined && shown(trace, sent.messageId).length > 0) expectWholeFile(expect, trace, sent);
    }
  },
  hint: "Take the length in a message as information for the user; what the file is, its hashes say.",
  mutants: { "cuts-to-stated-length": "file" },
  lawful: ["skips-file-length"],
});
