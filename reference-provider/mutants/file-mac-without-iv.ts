import { concat } from "../../core/bytes.js";
import { mutant } from "../behaviour/variation.js";
import { resealed } from "./support/files.js";

export default mutant("file-mac-without-iv", "Takes the MAC of a file over the ciphertext only", {
  files: {
    seal: (file, mediaKey) =>
      resealed(file, mediaKey, ({ ciphertext, macOver }) => concat(ciphertext, macOver(ciphertext).subarray(0, 10))),
  },
});
