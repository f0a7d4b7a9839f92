import { mutant } from "../behaviour/variation.js";
import { bundleRequest } from "../stanzas/key-fetch.js";
import { changeNodes, withAttribute } from "./support/edit-node.js";

export default mutant("key-get-extra-attribute", "Adds an attribute of its own to its requests for keys", {
  keys: {
    bundleRequest: (id, jid) =>
      changeNodes(bundleRequest(id, jid), "user", (user) => withAttribute(user, "platform", "reference")),
  },
});
