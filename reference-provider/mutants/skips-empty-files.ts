import { MediaError } from "../../protocol/media/errors.js";
import { openMedia } from "../../protocol/media/open.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("skips-empty-files", "Takes an empty file for a broken one", {
  files: {
    open(blob, content) {
      const plain = openMedia(blob, content, content);
      if (plain.length > 0) return plain;
      throw new MediaError("media-too-short", "Open media: found no bytes, wanted some");
    },
  },
});
