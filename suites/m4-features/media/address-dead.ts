import { fetchesInTheEnd } from "../../scenarios/media-in.js";

export default fetchesInTheEnd("m4-features/media/address-dead", {
  requirement: "M4-170",
  fault: "media-address-dead",
  hint: "Fetch the path of the message from Meta's media host; do not follow a whole address in the message.",
  mutants: ["fetches-by-url"],
});
