import { planAfter } from "../behaviour/reconnection.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("stops-after-515", "Takes the request to restart for the end", {
  channel: {
    afterEnd: (end, history) => (end.cause === "stream-error" && end.code === "515" ? "stop" : planAfter(end, history)),
  },
});
