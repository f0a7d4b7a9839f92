import { mutant } from "../behaviour/variation.js";
import { retryReceipt } from "../stanzas/receipts.js";

export default mutant("retry-other-registration", "Names another registration id in retry receipts than it enlisted", {
  messaging: {
    undecryptable: (message, retry) => [
      retryReceipt(message, { ...retry, registrationId: (retry.registrationId + 1) % 16_384 }),
    ],
  },
});
