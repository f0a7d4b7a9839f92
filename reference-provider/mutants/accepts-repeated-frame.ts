import { toHex } from "../../core/bytes.js";
import { FrameReader } from "../../protocol/noise/framing.js";
import { mutant } from "../behaviour/variation.js";

export default mutant(
  "accepts-repeated-frame",
  "Drops a frame that it has seen before, instead of taking it for an attack",
  {
    channel: {
      frames() {
        const reader = new FrameReader();
        let last = "";
        return {
          push: (message) =>
            reader.push(message).filter((body) => {
              const seen = last;
              last = toHex(body);
              return last !== seen;
            }),
        };
      },
    },
  },
);
