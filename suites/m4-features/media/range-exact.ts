import { contentRange, parseRange } from "../../../protocol/media/range.js";
import { check } from "../../kit/index.js";
import { bodyOf, firstWhole, laterAnswers, mediaHost } from "../../scenarios/media-host.js";

export default check("m4-features/media/range-exact", {
  requirement: "M4-29",
  version: 2,
  scenario: mediaHost,
  reached: (trace) =>
    laterAnswers(trace, ({ headers }) => headers["range"] !== undefined).filter(({ status }) => status === 206),
  judge({ expect, reached, trace }) {
    const first = firstWhole(trace);
    const whole = first === undefined ? new Uint8Array() : bodyOf(first.response);
    for (const entry of reached) {
      const range = parseRange(trace.http.counterpart(entry)?.headers["range"], whole.length);
      if (range === undefined || range === "unsatisfiable") continue;
      expect("Content-Range", entry.headers["content-range"], entry).is(contentRange(range, whole.length));
      const [part, wanted] = [bodyOf(entry), whole.subarray(range.from, range.to + 1)];
      if (expect("bytes in the part", part.length, entry).is(wanted.length))
        expect("part of the file", part, entry).sameBytesAs(wanted);
    }
  },
  hint: "Both ends of a range belong to it: bytes=100-199 are one hundred bytes; say so in Content-Range.",
  mutants: { "file-range-off-by-one": "bytes in the part", "file-range-from-one": "part of the file" },
});
