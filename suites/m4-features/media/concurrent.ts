import { firstWhole, isThere, wholeFetches } from "../../kit/file-host.js";
import { check } from "../../kit/index.js";
import { mediaLarge, readersAtOnce } from "../../scenarios/media-large.js";

export default check("m4-features/media/concurrent", {
  requirement: "M4-36",
  scenario: mediaLarge,
  reached(trace) {
    const whole = firstWhole(trace);
    return whole === undefined
      ? []
      : wholeFetches(trace)
          .slice(-readersAtOnce)
          .map(({ response }) => response)
          .filter(isThere);
  },
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      expect("answer to one of several readers", entry.broken ?? entry.status, entry).is(200);
      expect("file that one of several readers got", entry.digest?.sha256, entry).is(
        firstWhole(trace)?.response.digest?.sha256,
      );
    }
  },
  hint: "Serve any number of readers of one file.",
  mutants: { "two-readers-at-most": "answer to one of several readers" },
});
