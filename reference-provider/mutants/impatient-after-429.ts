import { planAfter } from "../behaviour/reconnection.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("impatient-after-429", "Comes back as fast as ever when the server asks it to slow down", {
  channel: {
    afterEnd(end, history) {
      const plan = planAfter(end, history);
      return plan === "reconnect-much-later" ? "reconnect-later" : plan;
    },
  },
});
