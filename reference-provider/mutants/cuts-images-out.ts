import { sealMedia } from "../../protocol/media/seal.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("cuts-images-out", "Leaves out the last byte of images that it sends", {
  files: {
    seal: ({ data, kind }, mediaKey) =>
      sealMedia(kind === "image" && data.length > 100 ? data.subarray(0, -1) : data, { mediaKey, kind }),
  },
});
