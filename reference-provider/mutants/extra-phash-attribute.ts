import { mutant } from "../behaviour/variation.js";
import { messageStanza } from "../stanzas/messages.js";
import { withAttribute } from "./support/edit-node.js";

export default mutant("extra-phash-attribute", "Adds an attribute to its messages that only the server may set", {
  messaging: { message: (head, enc) => withAttribute(messageStanza(head, enc), "phash", "2:AAAAAAAA") },
});
