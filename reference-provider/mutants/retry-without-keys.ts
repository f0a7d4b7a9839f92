import { mutant } from "../behaviour/variation.js";
import { retryReceipt } from "../stanzas/receipts.js";
import { withoutChild } from "./support/edit-node.js";

export default mutant("retry-without-keys", "Sends no keys with its requests, however often it has to ask", {
  messaging: { undecryptable: (message, retry) => [withoutChild(retryReceipt(message, retry), "keys")] },
});
