import { planAfter } from "../behaviour/reconnection.js";
import { mutants } from "../behaviour/variant.js";

export default mutants({
  "proxy-hides-client-address": {
    sentence: "Has a proxy that does not tell Meta the client's address",
    overrides: { proxy: { enabled: true, headers: () => ({}) } },
  },
  "proxy-keeps-upstream": {
    sentence: "Has a proxy that keeps the connection of a client that has left, while other clients remain",
    overrides: { proxy: { enabled: true, onClientGone: "close-with-last" } },
  },
  "proxy-one-client-at-a-time": {
    sentence: "Has a proxy that drops the other clients when a new one connects",
    overrides: { proxy: { enabled: true, oneAtATime: true } },
  },
  "proxy-returns-alone": {
    sentence: "Has a proxy that connects to Meta without a client",
    overrides: { proxy: { enabled: true, onClientGone: "open-another" } },
  },
  "proxy-returns-for-the-absent": {
    sentence: "Has a proxy that logs a client in again after it has left",
    overrides: {
      proxy: { enabled: true },
      channel: { afterEnd: (end, history) => (end.cause === "left" ? "reconnect-at-once" : planAfter(end, history)) },
    },
  },
});
