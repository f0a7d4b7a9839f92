import { check } from "../../kit/index.js";
import { firstWhole, isThere, mediaLarge, wholeFetches } from "../../scenarios/media-host.js";

export default check("m4-features/media/slow-reader", {
  requirement: "M4-34",
  scenario: mediaLarge,
  reached(trace) {
    const whole = firstWhole(trace);
    return whole === undefined
      ? []
      : wholeFetches(trace)
          .slice(1, 2)
          .map(({ response }) => response)
          .filter(isThere);
  },
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      expect("answer to a slow reader", entry.broken ?? entry.status, entry).is(200);
      expect("file that a slow reader got", entry.digest?.sha256, entry).is(firstWhole(trace)?.response.digest?.sha256);
    }
  },
  hint: "Wait for slow readers: as long as bytes are taken now and then, the transfer is alive.",
  mutants: { "impatient-file-host": "answer to a slow reader" },
  lawful: ["sends-documents-only"],
});
