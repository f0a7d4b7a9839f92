import { defineFault } from "./fault.js";
import { storing } from "./media.js";
import { flipLastByte } from "./tamper.js";

export const mediaMacWrong = defineFault({
  id: "media-mac-wrong",
  sentence: "Stores a file with a wrong MAC, and tells the hash of just that",
  hook: "media-upload",
  params: {},
  effect: (media) => storing(media, flipLastByte(media.blob)),
});
