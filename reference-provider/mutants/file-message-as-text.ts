import { mutant } from "../behaviour/variation.js";
import { messageStanza } from "../stanzas/messages.js";

export default mutant("file-message-as-text", "Says of messages with files that they are texts", {
  messaging: { message: (head, enc) => messageStanza({ ...head, type: "text" }, enc) },
});
