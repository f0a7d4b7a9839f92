import { lawfulMessaging } from "../behaviour/messaging.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("no-receipt-for-files", "Sends no delivery receipt for messages with files", {
  messaging: {
    received: (message) => (message.stanza.attrs["type"] === "media" ? [] : lawfulMessaging.received(message)),
  },
});
