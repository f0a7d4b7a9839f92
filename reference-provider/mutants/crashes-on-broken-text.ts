import { mutant } from "../behaviour/variation.js";

export default mutant("crashes-on-broken-text", "Falls over when a frame holds text that is no stanza", {
  channel: { onBadFrame: (code) => (code.startsWith("xml-") ? "crash" : "close") },
});
