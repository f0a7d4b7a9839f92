import { mutant } from "../behaviour/variation.js";

export default mutant(
  "reverses-offline-order",
  "Shows messages that came while the user was away with the last one first",
  {
    messaging: { offline: "reversed" },
  },
);
