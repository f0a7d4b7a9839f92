import { mutant } from "../behaviour/variation.js";
import { encNode } from "../stanzas/messages.js";

export default mutant("wrong-mediatype", "Says of every file that it is a document", {
  messaging: { enc: (sealed, count, mediatype) => encNode(sealed, count, mediatype && "document") },
});
