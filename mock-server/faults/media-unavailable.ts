import { defineFault } from "./fault.js";
import { integer } from "./parameters.js";

export const mediaUnavailable = defineFault({
  id: "media-unavailable",
  sentence: "Answers the first requests for a file with an error of the server",
  hook: "media-upload",
  params: { status: integer(500, 599, 503), answers: integer(1, 100, 1) },
  effect: (media, serving) => ({ ...media, serving }),
});
