import { fetchesInTheEnd } from "../../scenarios/media-in.js";

export default fetchesInTheEnd("m4-features/media/unavailable", {
  requirement: "M4-55",
  fault: "media-unavailable",
  hint: "Try again after 5xx, a few times and with pauses.",
  mutants: ["gives-up-on-files"],
  lawful: ["asks-before-fetching"],
});
