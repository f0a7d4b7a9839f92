import { mutant } from "../behaviour/variation.js";

export default mutant(
  "proxy-keeps-upstream",
  "Has a proxy that stays connected to Meta for a client who has gone while it has others",
  {
    proxy: { enabled: true, onClientGone: "close-with-last" },
  },
);
