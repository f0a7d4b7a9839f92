import { mutant } from "../behaviour/variation.js";
import { reachabilityRequest } from "../stanzas/interop-requests.js";
import { withAttribute } from "./support/edit-node.js";

export default mutant("notice-other-form", "Sends reachability notices in a namespace of its own", {
  features: { reachabilityRequest: (id, jid) => withAttribute(reachabilityRequest(id, jid), "xmlns", "reachability") },
});
