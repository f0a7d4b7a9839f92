import { mutant } from "../behaviour/variation.js";
import { readReceipts } from "../stanzas/receipts.js";

export default mutant("reads-at-once", "Counts a message as read as soon as it is shown", {
  features: { shown: ({ id, from }) => readReceipts(from, [id]) },
});
