import { packPayload } from "../../protocol/stanza/payload.js";
import { lawful } from "../behaviour/variation.js";

export default lawful(
  "interop-jid-short",
  "Writes interop addresses without the name of their server, as WhatsApp Web does",
  {
    channel: { pack: (stanza) => packPayload(stanza, { interopJid: "short" }) },
  },
);
