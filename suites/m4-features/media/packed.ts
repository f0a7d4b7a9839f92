import { fetchesInTheEnd } from "../../scenarios/media-in.js";

export default fetchesInTheEnd("m4-features/media/packed", {
  requirement: "M4-169",
  fault: "media-packed",
  hint: "Ask for content codings only if you can read them; many HTTP libraries ask without being told.",
  mutants: ["asks-for-gzip"],
  lawful: ["reads-compressed-files"],
});
