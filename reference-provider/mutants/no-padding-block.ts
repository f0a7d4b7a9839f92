import { concat } from "../../core/bytes.js";
import { mutant } from "../behaviour/variation.js";
import { resealed } from "./support/files.js";

export default mutant("no-padding-block", "Pads no file whose length is a multiple of 16", {
  files: {
    seal: (file, mediaKey) =>
      resealed(file, mediaKey, ({ ciphertext, macOver, iv }) => {
        const whole = file.data.length % 16 === 0 && file.data.length > 0;
        const kept = whole ? ciphertext.subarray(0, -16) : ciphertext;
        return concat(kept, macOver(iv, kept).subarray(0, 10));
      }),
  },
});
