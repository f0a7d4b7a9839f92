import { toBase64Url } from "../../core/bytes.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("names-user-in-ref", "Puts the sender's name into the reference", {
  files: {
    ref: (random, { user }) => `${user.replace(/@.*/, "")}-${toBase64Url(random.bytes(24))}`,
  },
});
