import { check } from "../../kit/index.js";
import { firstWhole, isPlain, laterAnswers, mediaHost } from "../../scenarios/media-host.js";

export default check("m4-features/media/refetch", {
  requirement: "M4-27",
  scenario: mediaHost,
  reached: (trace) => laterAnswers(trace, isPlain),
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      expect("status of a later answer", entry.status, entry).is(200);
      expect("file in a later answer", entry.digest?.sha256, entry).is(firstWhole(trace)?.response.digest?.sha256);
    }
  },
  hint: "Keep a file for as long as its message may wait: a user may have several devices, and transfers break.",
  mutants: { "file-host-serves-once": "status of a later answer" },
});
