import { mutant } from "../behaviour/variation.js";

export default mutant("no-delivery-receipt", "Sends no receipts for what it received", {
  messaging: { received: () => [], duplicate: () => [] },
});
