import { check, type EntryOf, type Trace } from "../../kit/index.js";
import { fetchAnswers, mediaLarge, wholeFetches } from "../../scenarios/media-host.js";

export default check("m4-features/media/aborted-reader", {
  requirement: "M4-35",
  scenario: mediaLarge,
  reached: (trace) => afterAbort(trace).slice(-1),
  judge({ expect, reached }) {
    for (const entry of reached) {
      expect("answer after an aborted transfer", entry.broken ?? entry.status, entry).isOneOf([200, 206]);
    }
  },
  hint: "Keep serving the file after an aborted download.",
  mutants: { "forgets-aborted-files": "answer after an aborted transfer" },
});

/** What was answered to later requests for the file whose transfer the reader gave up. */
function afterAbort(trace: Trace): readonly EntryOf<"http">[] {
  const aborted = wholeFetches(trace).find(({ response }) => response.broken === "http-reader-gone");
  if (aborted === undefined) return [];
  return fetchAnswers(trace.after(aborted.response), ({ url }) => url === aborted.request.url);
}
