import { promisedAt } from "../../kit/files.js";
import { check } from "../../kit/index.js";
import { firstWhole, isThere, mediaLarge, wholeFetches } from "../../scenarios/media-host.js";

export default check("m4-features/media/slow-reader", {
  requirement: "M4-34",
  version: 2,
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
      if (!expect("answer to a slow reader", entry.broken ?? entry.status, entry).is(200)) continue;
      const promised = promisedAt(trace, firstWhole(trace)?.request.url ?? "");
      expect("file that a slow reader got", entry.digest?.sha256, entry).is(promised);
    }
  },
  hint: "Wait for slow readers: as long as bytes are taken now and then, the transfer is alive.",
  mutants: {
    "impatient-file-host": "answer to a slow reader",
    "file-host-ends-early": "file that a slow reader got",
    "file-host-spoils-large-files": "file that a slow reader got",
    "hosts-nothing-of-large-files": "file that a slow reader got",
  },
  lawful: ["sends-documents-only"],
});
