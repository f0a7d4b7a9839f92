import { mutant } from "../behaviour/variation.js";

export default mutant("ignores-enc-type", "Opens encrypted content of any type as a pre-key message", {
  messaging: { encType: (type) => (type === "msg" ? "msg" : "pkmsg") },
});
