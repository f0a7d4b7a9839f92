import { check } from "../../kit/index.js";
import { bodyOf, firstWhole, isThere, laterAnswers, mediaHost } from "../../scenarios/media-host.js";
import { wholeFile } from "../../scenarios/media-ranges.js";

export default check("m4-features/media/if-range", {
  requirement: "M4-153",
  scenario: mediaHost,
  reached: (trace) =>
    laterAnswers(trace, ({ method, headers }) => method === "GET" && headers["if-range"] !== undefined).filter(isThere),
  judge({ expect, reached, trace }) {
    const { etag = "", "last-modified": date } = firstWhole(trace)?.response.headers ?? {};
    for (const entry of reached) {
      const condition = trace.http.counterpart(entry)?.headers["if-range"] ?? "";
      // Only a strong tag can match, and only the same date.
      const isFulfilled = condition === date || (condition === etag && !etag.startsWith("W/"));
      const what = `status with If-Range: ${named(condition, etag)}`;
      const fits = expect(what, entry.status, entry).isOneOf(isFulfilled ? [200, 206] : [200]);
      if (fits && entry.status === 200)
        expect("file with If-Range", bodyOf(entry), entry).sameBytesAs(wholeFile(trace));
    }
  },
  hint: "Serve a part only if If-Range is exactly the strong ETag or the Last-Modified of the file; otherwise ignore Range and send all of it with 200.",
  mutants: {
    "file-host-ignores-if-range-tag": "status with If-Range: another tag",
    "file-host-tag-substring": "status with If-Range: a longer tag",
    "file-host-weak-tag-matches": "status with If-Range: a weak tag",
    "file-host-ignores-if-range-date": "status with If-Range: another date",
    "file-host-later-date-matches": "status with If-Range: another date",
  },
  lawful: ["file-host-dated", "file-host-weak-tags", "file-host-ignores-ranges"],
});

/** In words, because tags differ from run to run. */
function named(condition: string, etag: string): string {
  if (condition === etag) return "the tag of the file";
  if (condition.startsWith("W/")) return "a weak tag";
  if (!condition.startsWith('"')) return "another date";
  return condition.includes("another") ? "another tag" : "a longer tag";
}
