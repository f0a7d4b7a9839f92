import { check } from "../../kit/index.js";
import { bodyOf, firstWhole, isThere, laterAnswers, mediaHost } from "../../scenarios/media-host.js";
import { wholeFile } from "../../scenarios/media-ranges.js";

export default check("m4-features/media/foreign-tag", {
  requirement: "M4-157",
  scenario: mediaHost,
  reached(trace) {
    const { etag } = firstWhole(trace)?.response.headers ?? {};
    return laterAnswers(trace, ({ headers }) => {
      const condition = headers["if-none-match"];
      return condition !== undefined && (etag === undefined || !condition.includes(etag));
    }).filter(isThere);
  },
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      const what = "status for a reader that has another file";
      if (!expect(what, entry.status, entry).is(200)) continue;
      expect("file for a reader that has another one", bodyOf(entry), entry).sameBytesAs(wholeFile(trace));
    }
  },
  hint: "Send the file when If-None-Match does not name its ETag.",
  mutants: { "file-host-304-for-any-tag": "status for a reader that has another file" },
  lawful: ["file-host-dated", "file-host-weak-tags", "file-host-ignores-ranges"],
});
