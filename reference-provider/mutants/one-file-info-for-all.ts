import { sealMedia } from "../../protocol/media/seal.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("one-file-info-for-all", "Derives the keys of every file as if it were an image", {
  files: {
    seal: ({ data }, mediaKey) => sealMedia(data, { mediaKey, kind: "image" }),
  },
});
