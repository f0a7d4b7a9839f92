import { pad } from "../../protocol/content/padding.js";
import { lawful } from "../behaviour/variation.js";

export default lawful("padding-1-to-15", "Pads with 1 to 15 bytes, as some open clients do", {
  messaging: { pad: (content, random) => pad(content, 1 + random.int(15)) },
});
