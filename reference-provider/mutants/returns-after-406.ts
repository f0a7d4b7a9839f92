import { planAfter } from "../behaviour/reconnection.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("returns-after-406", "Comes back after a failure that says that the account is banned", {
  channel: {
    afterEnd: (end, history) =>
      end.cause === "failure" && end.reason === "406" ? "reconnect-later" : planAfter(end, history),
  },
});
