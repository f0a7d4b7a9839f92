import { openMedia } from "../../protocol/media/open.js";
import { sealedLength } from "../../protocol/media/seal.js";
import { mutant } from "../behaviour/variation.js";
import { tolerating } from "./support/files.js";

export default mutant("cuts-surplus", "Reads as much of a file as it expects, and ignores what follows", {
  files: {
    open(blob, content) {
      const expected = blob.subarray(0, sealedLength(content.fileLength));
      if (expected.length === blob.length) return openMedia(blob, content, content);
      return tolerating("media-enc-hash-mismatch")(expected, content);
    },
  },
});
