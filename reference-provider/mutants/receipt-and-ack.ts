import { mutant } from "../behaviour/variation.js";
import { messageAck } from "../stanzas/acks.js";
import { deliveryReceipt } from "../stanzas/receipts.js";

export default mutant("receipt-and-ack", "Acknowledges messages for which it sends a receipt anyway", {
  messaging: { received: (message) => [deliveryReceipt(message), messageAck(message)] },
});
