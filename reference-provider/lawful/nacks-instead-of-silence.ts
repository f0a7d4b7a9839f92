import { lawful } from "../behaviour/variation.js";
import { messageAck, nackCodes } from "../stanzas/acks.js";

export default lawful(
  "nacks-instead-of-silence",
  "Refuses a message that it has opened before, where others repeat the receipt",
  {
    messaging: { duplicate: (message) => [messageAck(message, nackCodes.oldCounter)] },
  },
);
