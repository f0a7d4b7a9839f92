import { mutant } from "../behaviour/variation.js";

export default mutant(
  "crashes-on-unknown-content",
  "Falls over when a message contains something that it does not know",
  {
    messaging: { onUnknownContent: "crash" },
  },
);
