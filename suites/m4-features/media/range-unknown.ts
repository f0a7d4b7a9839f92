import { answersRanges } from "../../scenarios/media-ranges.js";

export default answersRanges("m4-features/media/range-unknown", {
  requirement: "M4-150",
  fits: (asked) => asked === "unknown-unit" || asked === "invalid",
  // What is not valid may be refused; a unit that the host does not know must be ignored (RFC 9110, section 14.2).
  statuses: (asked) => (asked === "invalid" ? [200, 400, 416] : [200]),
  hint: "Ignore a Range header with another unit than bytes, and send the whole file.",
  mutants: { "file-host-refuses-unknown-units": "status of wa-lines=0-1" },
  lawful: ["file-host-ignores-ranges"],
});
