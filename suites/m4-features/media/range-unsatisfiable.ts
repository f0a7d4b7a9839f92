import { answersRanges } from "../../scenarios/media-ranges.js";

export default answersRanges("m4-features/media/range-unsatisfiable", {
  requirement: "M4-148",
  fits: (asked) => asked === "unsatisfiable",
  statuses: () => [200, 416],
  hint: "A range that begins behind the end has no bytes: answer 416, or the whole file with 200. Read the numbers without a limit of 32 or 64 bits.",
  mutants: {
    "file-range-overflows": "status of bytes=4294967296-",
    "file-range-served-behind-end": "status of bytes=-0",
  },
  lawful: ["file-host-ignores-ranges"],
});
