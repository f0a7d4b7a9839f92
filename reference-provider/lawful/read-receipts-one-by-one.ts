import { lawful } from "../behaviour/variation.js";
import { readReceipts } from "../stanzas/receipts.js";

export default lawful(
  "read-receipts-one-by-one",
  "Sends a read receipt for each message, however many were read at once",
  {
    features: { readReceipts: (to, ids) => ids.flatMap((id) => readReceipts(to, [id])) },
  },
);
