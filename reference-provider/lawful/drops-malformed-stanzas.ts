import { lawful } from "../behaviour/variation.js";

export default lawful(
  "drops-malformed-stanzas",
  "Stays connected after a frame that decrypts but holds no stanza, as whatsmeow does",
  { channel: { onBadFrame: (code) => (code === "decrypt-failed" ? "close" : "ignore") } },
);
