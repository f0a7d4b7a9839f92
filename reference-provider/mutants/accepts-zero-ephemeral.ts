import { mutant } from "../behaviour/variation.js";
import { finishInPublic } from "./support/finish-in-public.js";

export default mutant(
  "accepts-zero-ephemeral",
  "Goes on with keys that anyone can compute when the server sends a key of zeros",
  {
    channel: {
      finishWithoutSecret: (code, staticKey, payload) =>
        code === "weak-key" ? finishInPublic(staticKey, payload) : undefined,
    },
  },
);
