import { defineFault } from "./fault.js";
import { telling } from "./media.js";

export const mediaLengthWrong = defineFault({
  id: "media-length-wrong",
  sentence: "Tells a length that is one byte more than the file has",
  hook: "media-upload",
  params: {},
  effect: (media) => telling(media, { fileLength: media.content.fileLength + 1 }),
});
