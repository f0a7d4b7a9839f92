import { mutant } from "../behaviour/variation.js";
import { retryReceipt } from "../stanzas/receipts.js";
import { withoutChild } from "./support/edit-node.js";

export default mutant("retry-without-registration", "Leaves its registration id out of retry receipts", {
  messaging: {
    undecryptable: (message, retry) => [withoutChild(retryReceipt(message, retry), "registration")],
  },
});
