import { mutant } from "../behaviour/variation.js";
import { encNode } from "../stanzas/messages.js";
import { withAttribute } from "./support/edit-node.js";

export default mutant("enc-version-1", "Marks its encrypted content with version 1", {
  messaging: { enc: (sealed, count) => withAttribute(encNode(sealed, count), "v", "1") },
});
