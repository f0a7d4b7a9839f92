import { mutant } from "../behaviour/variation.js";

export default mutant("shows-bad-content", "Shows whatever bytes came out of the decryption", {
  messaging: { onBadContent: "show" },
});
