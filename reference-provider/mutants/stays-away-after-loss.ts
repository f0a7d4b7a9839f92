import { planAfter } from "../behaviour/reconnection.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("stays-away-after-loss", "Does not come back when the connection breaks", {
  channel: { afterEnd: (end, history) => (end.cause === "lost" ? "stop" : planAfter(end, history)) },
});
