import { fetchesInTheEnd } from "../../scenarios/media-in.js";

export default fetchesInTheEnd("m4-features/media/slow", {
  requirement: "M4-57",
  fault: "media-slow",
  hint: "Limit the time without any byte, not the time of the whole transfer.",
  mutants: ["impatient-with-files"],
});
