import { concat } from "../../core/bytes.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("keeps-padding-block", "Does not take off a whole block of padding", {
  files: {
    shown(file) {
      const whole = file.data.length % 16 === 0;
      return whole ? { ...file, data: concat(file.data, new Uint8Array(16).fill(16)) } : file;
    },
  },
});
