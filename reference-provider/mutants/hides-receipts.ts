import { mutant } from "../behaviour/variation.js";

export default mutant("hides-receipts", "Keeps receipts to itself instead of showing them", {
  messaging: { showsReceipts: false },
});
