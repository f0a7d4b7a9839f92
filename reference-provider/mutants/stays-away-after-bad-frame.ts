import { planAfter } from "../behaviour/reconnection.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("stays-away-after-bad-frame", "Does not come back after a frame that it could not open", {
  channel: {
    afterEnd: (end, history) => (end.cause === "bad-frame" ? "stop" : planAfter(end, history)),
  },
});
