import { mutant } from "../behaviour/variation.js";
import { blocklistChange } from "../stanzas/interop-requests.js";
import { withAttribute } from "./support/edit-node.js";

export default mutant("blocklist-other-form", "Sends its blocklist requests in a namespace of its own", {
  features: {
    blocklistChange: (id, action, jid) => withAttribute(blocklistChange(id, action, jid), "xmlns", "blocklist"),
    // Or nobody could read the list.
    refused: (error, request) => (request === "blocklist" ? undefined : error),
  },
});
