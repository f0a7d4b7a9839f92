import { concat } from "../../core/bytes.js";
import { mutant } from "../behaviour/variation.js";
import { resealed } from "./support/files.js";

export default mutant("file-mac-of-32-bytes", "Appends the whole HMAC to a file", {
  files: {
    seal: (file, mediaKey) =>
      resealed(file, mediaKey, ({ ciphertext, macOver, iv }) => concat(ciphertext, macOver(iv, ciphertext))),
  },
});
