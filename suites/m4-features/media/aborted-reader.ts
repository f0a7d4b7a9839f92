import { firstWhole, wholeFetches } from "../../kit/file-host.js";
import { check, type EntryOf, type Trace } from "../../kit/index.js";
import { mediaLarge } from "../../scenarios/media-large.js";

export default check("m4-features/media/aborted-reader", {
  requirement: "M4-35",
  scenario: mediaLarge,
  reached(trace) {
    const whole = firstWhole(trace);
    return whole === undefined ? [] : afterAbort(trace).slice(0, 1);
  },
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      expect("answer after an aborted transfer", entry.broken ?? entry.status, entry).is(200);
      expect("file after an aborted transfer", entry.digest?.sha256, entry).is(
        firstWhole(trace)?.response.digest?.sha256,
      );
    }
  },
  hint: "Keep a file whatever becomes of a transfer.",
  mutants: { "forgets-aborted-files": "answer after an aborted transfer" },
});

/** What was answered to requests later than the one that the reader gave up. */
function afterAbort(trace: Trace): readonly EntryOf<"http">[] {
  const aborted = wholeFetches(trace).find(({ response }) => response.broken === "http-reader-gone");
  return aborted === undefined ? [] : wholeFetches(trace.after(aborted.response)).map(({ response }) => response);
}
