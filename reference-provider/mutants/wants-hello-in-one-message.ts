import { FrameReader } from "../../protocol/noise/framing.js";
import { mutant } from "../behaviour/variation.js";

const prefixLength = 3;

export default mutant(
  "wants-hello-in-one-message",
  "Takes the first WebSocket message for the whole of the first frame",
  {
    channel: {
      frames() {
        const reader = new FrameReader();
        let first = true;
        return {
          push(message) {
            const bodies = first ? [message.subarray(prefixLength)] : reader.push(message);
            first = false;
            return bodies;
          },
        };
      },
    },
  },
);
