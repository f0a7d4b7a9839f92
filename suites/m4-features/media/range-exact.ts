import { check } from "../../kit/index.js";
import { bodyOf, mediaHost } from "../../scenarios/media-host.js";
import { singleParts, statedPart, wholeFile } from "../../scenarios/media-ranges.js";

export default check("m4-features/media/range-exact", {
  requirement: "M4-29",
  version: 3,
  scenario: mediaHost,
  reached: (trace) =>
    singleParts(trace)
      .map(({ entry }) => entry)
      .filter(({ status }) => status === 206),
  judge({ expect, reached, trace }) {
    const whole = wholeFile(trace);
    for (const { entry, header, at } of singleParts(trace)) {
      if (!reached.includes(entry)) continue;
      const { "content-range": said } = entry.headers;
      const stated = statedPart(said, whole.length);
      const isWithin = stated !== undefined && stated.from >= at.from && stated.to <= at.to;
      const wanted = `a part of bytes ${at.from}-${at.to}/${whole.length}`;
      if (!expect(`Content-Range for ${header}`, isWithin ? wanted : `${said}`, entry).is(wanted)) continue;
      expect(`transfer for ${header}`, entry.broken ?? "whole", entry).is("whole");
      const [part, right] = [bodyOf(entry), whole.subarray(stated?.from, (stated?.to ?? 0) + 1)];
      if (expect("bytes in the part", part.length, entry).is(right.length))
        expect("part of the file", part, entry).sameBytesAs(right);
    }
  },
  hint: "Both ends of a range belong to it: bytes=100-199 are one hundred bytes, bytes=-10 the last ten; say so in Content-Range.",
  mutants: {
    "file-range-off-by-one": "bytes in the part",
    "file-range-from-one": "part of the file",
    "file-range-suffix-from-start": "Content-Range for bytes=-10",
    "file-range-exclusive-end": "Content-Range for bytes=-10",
    "file-range-promises-too-much": "transfer for bytes=1008-10180",
  },
  lawful: ["file-host-range-unsized", "file-host-several-parts", "file-range-probe-short"],
});
