import { planAfter } from "../behaviour/reconnection.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("returns-after-516", "Comes back after a stream error that says that the account is logged out", {
  channel: {
    afterEnd: (end, history) =>
      end.cause === "stream-error" && end.code === "516" ? "reconnect-later" : planAfter(end, history),
  },
});
