import { mutant } from "../behaviour/variation.js";
import { retryReceipt } from "../stanzas/receipts.js";

export default mutant(
  "retries-duplicates",
  "Asks for a message again that it has shown, because a copy does not decrypt",
  {
    messaging: {
      duplicate: (message) => [retryReceipt(message, { code: "duplicate-message", count: 1, registrationId: 1 })],
    },
  },
);
