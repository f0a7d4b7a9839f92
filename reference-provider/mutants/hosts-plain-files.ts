import { sealMedia } from "../../protocol/media/seal.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("hosts-plain-files", "Puts files on its media host without encrypting them", {
  files: {
    seal: ({ data, kind }, mediaKey) => ({ ...sealMedia(data, { mediaKey, kind }), blob: data }),
  },
});
