import { inspectMedia } from "../../protocol/media/inspect.js";
import { openMedia } from "../../protocol/media/open.js";
import { sealedLength } from "../../protocol/media/seal.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("shows-truncated-files", "Shows what there is of a file", {
  files: {
    open(blob, content) {
      if (blob.length >= sealedLength(content.fileLength) - 16) return openMedia(blob, content, content);
      return inspectMedia(blob, content).plain;
    },
  },
});
