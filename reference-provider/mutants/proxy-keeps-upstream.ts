import { mutant } from "../behaviour/variation.js";

export default mutant("proxy-keeps-upstream", "Has a proxy that stays connected to Meta when the client has gone", {
  proxy: { enabled: true, onClientGone: "keep" },
});
