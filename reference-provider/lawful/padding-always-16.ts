import { pad } from "../../protocol/content/padding.js";
import { lawful } from "../behaviour/variation.js";

export default lawful("padding-always-16", "Pads every message with 16 bytes", {
  messaging: { pad: (content) => pad(content, 16) },
});
