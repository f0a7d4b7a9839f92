import { planAfter } from "../behaviour/reconnection.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("gives-up-after-503", "Stops for good when the server is only busy", {
  channel: {
    afterEnd: (end, history) => (end.cause === "failure" && end.reason === "503" ? "stop" : planAfter(end, history)),
  },
});
