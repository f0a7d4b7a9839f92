import { defineFault } from "./fault.js";
import { integer } from "./parameters.js";

export const mediaMissing = defineFault({
  id: "media-missing",
  sentence: "Answers that a file is not there",
  hook: "media-upload",
  params: { status: integer(400, 499, 404) },
  effect: (media, { status }) => ({ ...media, serving: { status } }),
});
