import { mutant } from "../behaviour/variation.js";
import { retryReceipt } from "../stanzas/receipts.js";

export default mutant("retry-count-stuck", "Says each time that it asks for a message for the first time", {
  messaging: { undecryptable: (message, retry) => [retryReceipt(message, { ...retry, count: 1 })] },
});
