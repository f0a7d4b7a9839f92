import { planAfter } from "../behaviour/reconnection.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("proxy-returns-for-the-absent", "Has a proxy that logs a client in again who has gone", {
  proxy: { enabled: true },
  channel: { afterEnd: (end, history) => (end.cause === "left" ? "reconnect-at-once" : planAfter(end, history)) },
});
