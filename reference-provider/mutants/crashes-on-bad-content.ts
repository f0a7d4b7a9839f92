import { mutant } from "../behaviour/variation.js";

export default mutant("crashes-on-bad-content", "Falls over when a message contains something else than a message", {
  messaging: { onBadContent: "crash" },
});
