import { mutant } from "../behaviour/variation.js";

export default mutant("unknown-receipt-as-read", "Takes a receipt of a type that it does not know for a read receipt", {
  features: { unknownReceiptIn: (news) => ({ ...news, type: "read" }) },
});
