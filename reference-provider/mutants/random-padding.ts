import { concat } from "../../core/bytes.js";
import { mutant } from "../behaviour/variation.js";

const padding = 8;

export default mutant("random-padding", "Pads with random bytes and only the length in the last one", {
  messaging: {
    pad: (content, random) => {
      const noise = random.bytes(padding - 1).map((byte) => (byte === padding ? 0 : byte));
      return concat(content, noise, Uint8Array.of(padding));
    },
  },
});
