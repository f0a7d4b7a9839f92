import { planAfter } from "../behaviour/reconnection.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("reconnects-after-conflict", "Comes back after another login has replaced it", {
  channel: {
    afterEnd: (end, history) =>
      end.cause === "stream-error" && end.conflict ? "reconnect-later" : planAfter(end, history),
  },
});
