import { concat } from "../../core/bytes.js";
import { defineFault } from "./fault.js";

export const mediaSurplus = defineFault({
  id: "media-surplus",
  sentence: "Stores a file with bytes behind its end",
  hook: "media-upload",
  params: {},
  effect: (media) => ({ ...media, blob: concat(media.blob, new Uint8Array(32).fill(0xa5)) }),
});
