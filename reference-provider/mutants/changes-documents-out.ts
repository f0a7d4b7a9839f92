import { sealMedia } from "../../protocol/media/seal.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("changes-documents-out", "Changes the first byte of documents that it sends", {
  files: {
    seal: ({ data, kind }, mediaKey) => sealMedia(kind === "document" ? changed(data) : data, { mediaKey, kind }),
  },
});

function changed(data: Uint8Array): Uint8Array {
  return Uint8Array.from(data, (byte, at) => (at === 0 ? byte ^ 1 : byte));
}
