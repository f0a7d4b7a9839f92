import { check } from "../../kit/index.js";
import {
  deliveredFiles,
  expectWholeFile,
  faultsOfDelivered,
  mediaTransfer,
  sentUnder,
} from "../../scenarios/media-in.js";

export default check("m4-features/media/descriptor-optional-in", {
  requirement: "M4-165",
  scenario: mediaTransfer,
  reached: (trace) => faultsOfDelivered(trace, "media-descriptor"),
  judge({ expect, reached, trace }) {
    for (const fault of reached) {
      const sent = sentUnder(trace, fault) ?? deliveredFiles(trace)[0];
      if (sent !== undefined) expectWholeFile(expect, trace, sent);
    }
  },
  hint: "Open a file without what its message need not say: length and time of the key; and pass over fields that you do not know.",
  mutants: { "cuts-images-in": "file", "refuses-files-without-length": "file shown to the user" },
});
