import { bytesOf, childNamed } from "../../protocol/stanza/node.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("delivers-plaintext", "Shows messages that came without encryption", {
  messaging: {
    readPlaintext(message) {
      const plaintext = childNamed(message, "plaintext");
      return plaintext && bytesOf(plaintext);
    },
  },
});
