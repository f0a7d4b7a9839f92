import { answersRanges } from "../../scenarios/media-ranges.js";

export default answersRanges("m4-features/media/range-satisfiable", {
  requirement: "M4-146",
  fits: (asked) => typeof asked !== "string",
  // No host has to serve parts (RFC 9110, section 14.2).
  statuses: () => [200, 206],
  hint: "A range is served as far as the file has it: an end or a suffix beyond the file means the rest of it, and 0-0 is one byte.",
  mutants: {
    "file-range-overflows": "status of bytes=-18446744073709551616",
    "file-range-long-suffix-refused": "status of bytes=-2036",
    "file-range-one-byte-refused": "status of bytes=0-0",
  },
  lawful: ["file-host-ignores-ranges", "file-host-several-parts", "file-host-range-unsized"],
});
