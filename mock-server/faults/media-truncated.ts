import { defineFault } from "./fault.js";

export const mediaTruncated = defineFault({
  id: "media-truncated",
  sentence: "Stores a file whose end is missing",
  hook: "media-upload",
  params: {},
  // Whole blocks go, so that what is left has the form of a file.
  effect: (media) => ({ ...media, blob: media.blob.subarray(0, -32) }),
});
