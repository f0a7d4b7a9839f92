import { check, type EntryOf } from "../../kit/index.js";
import { firstWhole, isRanged, laterAnswers, mediaHost, ranges } from "../../scenarios/media-host.js";

export default check("m4-features/media/range-past-end", {
  requirement: "M4-30",
  version: 2,
  scenario: mediaHost,
  reached: (trace) =>
    laterAnswers(trace, (request) => isFor(request, ranges.inside)).some(({ status }) => status === 206)
      ? laterAnswers(trace, (request) => isFor(request, ranges.behind))
      : [],
  judge({ expect, reached: [entry], trace }) {
    if (!expect("status of an answer to a range behind the end", entry.status, entry).is(416)) return;
    const bytes = firstWhole(trace)?.response.digest?.bytes ?? 0;
    expect("length in the answer to a range behind the end", entry.headers["content-range"], entry).is(
      `bytes */${bytes}`,
    );
  },
  hint: "Answer a range that begins behind the end with 416 and the length of the file in Content-Range.",
  mutants: {
    "file-range-served-behind-end": "status of an answer to a range behind the end",
    "file-range-past-end": "status of an answer to a range behind the end",
    "file-range-refusal-unsized": "length in the answer to a range behind the end",
  },
});

function isFor(request: EntryOf<"http">, range: string): boolean {
  return isRanged(request) && request.headers["range"] === range;
}
