import { concat } from "../../core/bytes.js";
import { lawful } from "../behaviour/variation.js";

export default lawful("single-byte-websocket-chunks", "Sends the beginning of every frame byte by byte", {
  channel: {
    wrap(frame, { header, first }) {
      const bytes = first ? concat(header, frame) : frame;
      const beginning = Array.from(bytes.subarray(0, 16), (byte) => Uint8Array.of(byte));
      return bytes.length > 16 ? [...beginning, bytes.subarray(16)] : beginning;
    },
  },
});
