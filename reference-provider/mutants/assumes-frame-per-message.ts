import { mutant } from "../behaviour/variation.js";

const prefixLength = 3;

export default mutant("assumes-frame-per-message", "Takes every WebSocket message for exactly one frame", {
  channel: { frames: () => ({ push: (message) => [message.subarray(prefixLength)] }) },
});
