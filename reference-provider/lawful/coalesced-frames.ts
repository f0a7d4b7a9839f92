import { lawful } from "../behaviour/variation.js";

export default lawful("coalesced-frames", "Collects its frames for a moment and sends them in one WebSocket message", {
  channel: { coalesceMs: 20 },
});
