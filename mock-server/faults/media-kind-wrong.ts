import { sealMedia } from "../../protocol/media/seal.js";
import { defineFault } from "./fault.js";
import { storing } from "./media.js";

export const mediaKindWrong = defineFault({
  id: "media-kind-wrong",
  sentence: "Seals a file with the keys of another type than the message has",
  hook: "media-upload",
  params: {},
  effect(media) {
    const kind = media.content.kind === "document" ? "image" : "document";
    const { blob } = sealMedia(media.plain, { mediaKey: media.content.mediaKey, kind });
    return storing(media, blob);
  },
});
