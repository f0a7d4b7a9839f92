import { mutant } from "../behaviour/variation.js";

export default mutant(
  "loses-offline-messages",
  "Confirms messages that came while the user was away but does not show them",
  {
    messaging: { offline: "dropped" },
  },
);
