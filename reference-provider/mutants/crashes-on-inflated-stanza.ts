import { mutant } from "../behaviour/variation.js";

export default mutant("crashes-on-inflated-stanza", "Falls over when a stanza inflates to more than it has room for", {
  channel: { onBadFrame: (code) => (code === "too-large" ? "crash" : "close") },
});
