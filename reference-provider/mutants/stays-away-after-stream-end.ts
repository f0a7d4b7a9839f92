import { planAfter } from "../behaviour/reconnection.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("stays-away-after-stream-end", "Takes the end of the stream for the end of the session", {
  channel: { afterEnd: (end, history) => (end.cause === "stream-end" ? "stop" : planAfter(end, history)) },
});
