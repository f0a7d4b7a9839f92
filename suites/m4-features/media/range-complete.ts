import { contentRange } from "../../../protocol/media/range.js";
import { check } from "../../kit/index.js";
import { bodyOf, mediaHost } from "../../scenarios/media-host.js";
import { singleParts, wholeFile } from "../../scenarios/media-ranges.js";

export default check("m4-features/media/range-complete", {
  requirement: "M4-147",
  scenario: mediaHost,
  reached: (trace) =>
    singleParts(trace)
      .map(({ entry }) => entry)
      .filter(({ status, broken }) => status === 206 && broken === undefined),
  judge({ expect, reached, trace }) {
    const { length } = wholeFile(trace);
    for (const { entry, header, at } of singleParts(trace)) {
      if (!reached.includes(entry)) continue;
      const said = (entry.headers["content-range"] ?? "").replace(/\*$/, `${length}`);
      expect(`part for ${header}`, said, entry).is(contentRange(at, length));
      expect(`bytes for ${header}`, bodyOf(entry).length, entry).is(at.to - at.from + 1);
    }
  },
  hint: "Send all of a range that was asked for: a reader comes back for each byte that is missing.",
  mutants: {
    "file-range-off-by-one": "bytes for bytes=0-1",
    "file-range-exclusive-end": "part for bytes=0-1",
    "file-range-suffix-from-start": "part for bytes=-10",
    "file-range-open-end-short": "part for bytes=0-",
    "file-range-probe-short": "part for bytes=0-1",
  },
  lawful: ["file-host-range-unsized"],
});
