import { planAfter } from "../behaviour/reconnection.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("stops-without-stream-error-code", "Takes a stream error without a code for the end", {
  channel: {
    afterEnd: (end, history) => (end.cause === "stream-error" && end.code === "" ? "stop" : planAfter(end, history)),
  },
});
