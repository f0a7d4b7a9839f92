import { mutant } from "../behaviour/variation.js";
import { encNode } from "../stanzas/messages.js";

export default mutant("enc-type-mislabelled", "Calls its first messages later ones, and the other way round", {
  messaging: {
    enc: ({ type, bytes }, count) => encNode({ type: type === "msg" ? "pkmsg" : "msg", bytes }, count),
  },
});
