import { lawful } from "../behaviour/variation.js";

export default lawful("drops-broken-text", "Stays connected after text that is no stanza, and reads on", {
  channel: { onBadFrame: (code) => (code.startsWith("xml-") ? "ignore" : "close") },
});
