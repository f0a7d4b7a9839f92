import { planAfter } from "../behaviour/reconnection.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("reconnects-after-logged-out", "Comes back after the server has turned it away for good", {
  channel: {
    afterEnd: (end, history) =>
      end.cause === "failure" && end.reason === "401" ? "reconnect-later" : planAfter(end, history),
  },
});
