import { mutant } from "../behaviour/variation.js";
import { messageAck } from "../stanzas/acks.js";
import { retryReceipt } from "../stanzas/receipts.js";

export default mutant(
  "drops-unknown-signed-key",
  "Refuses a message for good when it does not have the signed pre-key",
  {
    messaging: {
      undecryptable: (message, retry) => [
        retry.code === "unknown-signed-pre-key" ? messageAck(message, "487") : retryReceipt(message, retry),
      ],
    },
  },
);
