import { fetchesInTheEnd } from "../../scenarios/media-in.js";

export default fetchesInTheEnd("m4-features/media/broken-off", {
  requirement: "M4-56",
  fault: "media-broken-off",
  hint: "Compare what came with Content-Length, and try again, from the start or with a range.",
  mutants: ["resumes-one-byte-early", "gives-up-on-files"],
  lawful: ["file-request-with-query"],
});
