import { toBase64Url } from "../../core/bytes.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("odd-ref-characters", "Has a character in its references that means something in a URL", {
  files: {
    ref: (random) => `${toBase64Url(random.bytes(24))}+`,
  },
});
