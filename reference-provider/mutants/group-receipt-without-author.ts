import { mutant } from "../behaviour/variation.js";
import { deliveryReceipt } from "../stanzas/receipts.js";

export default mutant("group-receipt-without-author", "Leaves the author out of delivery receipts to groups", {
  groups: { received: (message) => [deliveryReceipt(message)] },
});
