import { promisedAt } from "../../kit/files.js";
import { check, type Trace } from "../../kit/index.js";
import {
  type Fetched,
  firstWhole,
  isThere,
  mediaLarge,
  readersAtOnce,
  wholeFetches,
} from "../../scenarios/media-host.js";

export default check("m4-features/media/concurrent", {
  requirement: "M4-36",
  version: 2,
  scenario: mediaLarge,
  reached: (trace) =>
    together(trace)
      .map(({ response }) => response)
      .filter(isThere),
  judge({ expect, reached, trace }) {
    const promised = promisedAt(trace, firstWhole(trace)?.request.url ?? "");
    for (const entry of reached) {
      const what = "answer to one of several readers";
      if (!expect(what, entry.broken ?? entry.status, entry).is(200)) continue;
      expect("file that one of several readers got", entry.digest?.sha256, entry).is(promised);
    }
  },
  hint: "Serve any number of readers of one file.",
  mutants: {
    "two-readers-at-most": "answer to one of several readers",
    "file-host-spoils-large-files": "file that one of several readers got",
  },
  lawful: ["sends-documents-only"],
});

/** Those who asked at once for the file: all that asked after one reader had it alone, and slowly. */
function together(trace: Trace): readonly Fetched[] {
  const first = firstWhole(trace);
  if (first === undefined) return [];
  return wholeFetches(trace)
    .filter(({ request }) => request.url === first.request.url)
    .slice(2, 2 + readersAtOnce);
}
