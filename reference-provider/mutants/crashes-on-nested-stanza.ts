import { mutant } from "../behaviour/variation.js";

export default mutant("crashes-on-nested-stanza", "Falls over when elements nest very deeply", {
  channel: { onBadFrame: (code) => (code === "too-deep" ? "crash" : "close") },
});
