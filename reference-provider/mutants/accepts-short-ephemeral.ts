import { finishInPublic } from "./support/finish-in-public.js";
import { mutant } from "../behaviour/variation.js";

export default mutant(
  "accepts-short-ephemeral",
  "Goes on with keys that anyone can compute when the key of the server is too short",
  {
    channel: {
      finishWithoutSecret: (code, staticKey, payload) =>
        code === "bad-key" ? finishInPublic(staticKey, payload) : undefined,
    },
  },
);
