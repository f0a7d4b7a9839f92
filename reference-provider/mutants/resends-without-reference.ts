import { mutant } from "../behaviour/variation.js";
import { decodeContent } from "../../protocol/content/decode.js";
import { encodeContent } from "../../protocol/content/encode.js";

export default mutant("resends-without-reference", "Forgets what a reply answered when it is sent again", {
  features: {
    resent(type, encoded) {
      const content = decodeContent(encoded);
      return type === "text" && content.type === "text" ? encodeContent({ type, text: content.text }) : encoded;
    },
  },
});
