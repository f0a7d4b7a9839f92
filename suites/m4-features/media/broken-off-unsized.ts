import { fetchesInTheEnd } from "../../scenarios/media-in.js";

export default fetchesInTheEnd("m4-features/media/broken-off-unsized", {
  requirement: "M4-171",
  fault: "media-broken-off-unsized",
  hint: "A part whose whole length is a star is a part like any other: bytes 100-199/*.",
  mutants: ["gives-up-on-files", "refuses-partial-files", "resumes-one-byte-early"],
  lawful: ["resumes-files"],
});
