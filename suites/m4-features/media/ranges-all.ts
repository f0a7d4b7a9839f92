import { check } from "../../kit/index.js";
import { mediaHost } from "../../scenarios/media-host.js";
import { partsOf, rangeAnswers, wholeFile } from "../../scenarios/media-ranges.js";

export default check("m4-features/media/ranges-all", {
  requirement: "M4-152",
  scenario: mediaHost,
  reached: (trace) =>
    rangeAnswers(trace)
      .filter(({ asked }) => typeof asked !== "string" && asked.length > 1)
      .map(({ entry }) => entry)
      .filter(({ status }) => status === 206 || status === 200),
  judge({ expect, reached, trace }) {
    const { length } = wholeFile(trace);
    for (const { entry, header, asked } of rangeAnswers(trace)) {
      if (!reached.includes(entry) || entry.status === 200 || typeof asked === "string") continue;
      const parts = partsOf(entry, length) ?? [];
      const left = asked.filter(({ from, to }) => !parts.some(({ at }) => at.from <= from && at.to >= to));
      expect(
        `ranges of ${header} without an answer`,
        left.map(({ from, to }) => `${from}-${to}`),
        entry,
      ).isEmpty();
    }
  },
  hint: "Serve all ranges that were asked for, or the whole file.",
  mutants: { "file-range-first-of-several": "ranges of bytes=0-9,400-409 without an answer" },
  lawful: ["file-host-several-parts", "file-host-ignores-ranges"],
});
