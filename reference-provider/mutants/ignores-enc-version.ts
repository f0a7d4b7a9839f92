import { mutant } from "../behaviour/variation.js";

export default mutant("ignores-enc-version", "Opens encrypted content of whatever version", {
  messaging: { acceptsEncVersion: () => true },
});
