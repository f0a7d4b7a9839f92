import { check } from "../../kit/index.js";
import { firstWhole, isThere, laterAnswers, mediaHost } from "../../scenarios/media-host.js";

export default check("m4-features/media/if-none-match", {
  requirement: "M4-156",
  scenario: mediaHost,
  reached: (trace) => laterAnswers(trace, ({ headers }) => headers["if-none-match"] !== undefined).filter(isThere),
  judge({ expect, reached, trace }) {
    const { etag } = firstWhole(trace)?.response.headers ?? {};
    for (const entry of reached) {
      const condition = trace.http.counterpart(entry)?.headers["if-none-match"] ?? "";
      if (etag === undefined || !condition.includes(etag)) continue;
      expect("status for a reader that has the file", entry.status, entry).is(304);
    }
  },
  hint: "Answer 304 without a body when If-None-Match names the ETag that you gave, alone or in a list.",
  mutants: { "file-host-ignores-if-none-match": "status for a reader that has the file" },
  lawful: ["file-host-dated", "file-host-weak-tags", "file-host-ignores-ranges"],
});
