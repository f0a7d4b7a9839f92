import { mutant } from "../behaviour/variation.js";
import { deletionRequest } from "../stanzas/interop-requests.js";
import { withAttribute } from "./support/edit-node.js";

export default mutant("deletion-other-form", "Asks for deletion in a namespace of its own", {
  features: { deletionRequest: (id) => withAttribute(deletionRequest(id), "xmlns", "account") },
});
