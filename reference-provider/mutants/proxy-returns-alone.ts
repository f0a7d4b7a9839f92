import { mutant } from "../behaviour/variation.js";

export default mutant("proxy-returns-alone", "Has a proxy that connects to Meta without a client", {
  proxy: { enabled: true, onClientGone: "open-another" },
});
