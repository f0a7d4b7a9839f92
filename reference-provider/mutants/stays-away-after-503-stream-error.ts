import { planAfter } from "../behaviour/reconnection.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("stays-away-after-503-stream-error", "Takes a stream error that passes for the end", {
  channel: {
    afterEnd: (end, history) => (end.cause === "stream-error" && end.code === "503" ? "stop" : planAfter(end, history)),
  },
});
