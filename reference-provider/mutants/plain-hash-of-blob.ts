import { mutant } from "../behaviour/variation.js";

export default mutant("plain-hash-of-blob", "Takes both hashes over the stored file", {
  files: {
    content: (content) => ({ ...content, fileSha256: content.fileEncSha256 }),
  },
});
