import { lawful } from "../behaviour/variation.js";
import { encNode } from "../stanzas/messages.js";

export default lawful("no-mediatype", "Does not say in the stanza what type of file it brings", {
  messaging: { enc: (sealed, count) => encNode(sealed, count) },
});
