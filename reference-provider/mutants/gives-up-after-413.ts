import { planAfter } from "../behaviour/reconnection.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("gives-up-after-413", "Stops for good when its token has expired", {
  channel: {
    afterEnd: (end, history) => (end.cause === "failure" && end.reason === "413" ? "stop" : planAfter(end, history)),
  },
});
