import { mutant } from "../behaviour/variation.js";

export default mutant("no-padding", "Encrypts its messages without padding", {
  messaging: { pad: (content) => content },
});
