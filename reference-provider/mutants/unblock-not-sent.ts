import { mutant } from "../behaviour/variation.js";
import { blocklistChange } from "../stanzas/interop-requests.js";

export default mutant(
  "unblock-not-sent",
  "Tells the server whom the user blocks, and not whom the user lets in again",
  {
    features: {
      blocklistChange: (id, action, jid) => (action === "unblock" ? undefined : blocklistChange(id, action, jid)),
    },
  },
);
