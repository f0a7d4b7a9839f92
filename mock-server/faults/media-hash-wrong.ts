import { defineFault } from "./fault.js";
import { telling } from "./media.js";
import { flipLastByte } from "./tamper.js";

export const mediaHashWrong = defineFault({
  id: "media-hash-wrong",
  sentence: "Tells a wrong hash of the file before encryption",
  hook: "media-upload",
  params: {},
  effect: (media) => telling(media, { fileSha256: flipLastByte(media.content.fileSha256) }),
});
