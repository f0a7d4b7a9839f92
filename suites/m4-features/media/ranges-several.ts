import { check } from "../../kit/index.js";
import { bodyOf, mediaHost } from "../../scenarios/media-host.js";
import { type Asked, partsOf, rangeAnswers, wholeFile } from "../../scenarios/media-ranges.js";

export default check("m4-features/media/ranges-several", {
  requirement: "M4-151",
  scenario: mediaHost,
  reached: (trace) =>
    rangeAnswers(trace)
      .filter(({ asked }) => isSeveral(asked))
      .map(({ entry }) => entry)
      .filter(({ status }) => status === 206 || status === 200),
  judge({ expect, reached, trace }) {
    const whole = wholeFile(trace);
    for (const { entry, header } of rangeAnswers(trace)) {
      if (!reached.includes(entry)) continue;
      if (entry.status === 200) {
        expect(`file for ${header}`, bodyOf(entry), entry).sameBytesAs(whole);
        continue;
      }
      const parts = partsOf(entry, whole.length);
      if (!expect(`parts for ${header}`, parts === undefined ? "not readable" : "readable", entry).is("readable"))
        continue;
      for (const { at, bytes } of parts ?? [])
        expect(`part of the file for ${header}`, bytes, entry).sameBytesAs(whole.subarray(at.from, at.to + 1));
    }
  },
  hint: "Answer several ranges with multipart/byteranges, each part with its Content-Range, an empty line and exactly its bytes; or with the whole file.",
  mutants: { "file-host-multipart-blank-line": "part of the file for bytes=0-9,400-409" },
  lawful: ["file-host-several-parts", "file-host-ignores-ranges", "file-range-first-of-several"],
});

function isSeveral(asked: Asked): boolean {
  return typeof asked !== "string" && asked.length > 1;
}
