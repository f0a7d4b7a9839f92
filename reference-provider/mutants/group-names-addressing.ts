import { mutant } from "../behaviour/variation.js";
import { groupMessage } from "../stanzas/groups.js";
import { withAttribute } from "./support/edit-node.js";

export default mutant("group-names-addressing", "Writes into messages to groups how members are addressed", {
  groups: { message: (...parts) => withAttribute(groupMessage(...parts), "addressing_mode", "pn") },
});
