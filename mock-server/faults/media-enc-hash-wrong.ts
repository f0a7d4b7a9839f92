import { defineFault } from "./fault.js";
import { telling } from "./media.js";
import { flipLastByte } from "./tamper.js";

export const mediaEncHashWrong = defineFault({
  id: "media-enc-hash-wrong",
  sentence: "Tells a wrong hash of the encrypted file",
  hook: "media-upload",
  params: {},
  effect: (media) => telling(media, { fileEncSha256: flipLastByte(media.content.fileEncSha256) }),
});
