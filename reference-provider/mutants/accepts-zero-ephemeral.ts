import { seal } from "../../protocol/noise/aead.js";
import { mutant } from "../behaviour/variation.js";

const publicKnowledge = new Uint8Array(32);

export default mutant(
  "accepts-zero-ephemeral",
  "Goes on with keys that anyone can compute when the server sends a key of zeros",
  {
    channel: {
      finishWithoutSecret: (staticKey, payload) => ({
        static: seal(publicKnowledge, 0, undefined, staticKey),
        payload: seal(publicKnowledge, 1, undefined, payload),
      }),
    },
  },
);
