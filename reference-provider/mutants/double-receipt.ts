import { mutant } from "../behaviour/variation.js";
import { deliveryReceipt } from "../stanzas/receipts.js";

export default mutant("double-receipt", "Sends every receipt twice", {
  messaging: { received: (message) => [deliveryReceipt(message), deliveryReceipt(message)] },
});
