import { mutant } from "../behaviour/variation.js";
import { readReceipts } from "../stanzas/receipts.js";

export default mutant("reads-first-only", "Names only the first of several messages that were read at once", {
  features: { readReceipts: (to, ids) => readReceipts(to, ids.slice(0, 1)) },
});
