import { mutant } from "../behaviour/variation.js";
import { deliveryReceipt } from "../stanzas/receipts.js";

export default mutant("receipt-for-undecryptable", "Reports messages as delivered that it could not open", {
  messaging: { undecryptable: (message) => [deliveryReceipt(message)] },
});
