import { mutant } from "../behaviour/variation.js";

export default mutant("no-receipt-ack", "Does not acknowledge receipts", {
  features: { receiptAck: () => undefined },
});
