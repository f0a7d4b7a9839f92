import { FrameReader } from "../../protocol/noise/framing.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("reads-first-frame-only", "Reads only the first of several frames in a WebSocket message", {
  channel: {
    frames() {
      const reader = new FrameReader();
      return { push: (message) => reader.push(message).slice(0, 1) };
    },
  },
});
