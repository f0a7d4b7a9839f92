import { mutant } from "../behaviour/variation.js";
import { retryReceipt } from "../stanzas/receipts.js";
import { changeNodes, withAttribute } from "./support/edit-node.js";

export default mutant("retry-other-time", "Names in retry receipts another time than that of the message", {
  messaging: {
    undecryptable: (message, retry) => [
      changeNodes(retryReceipt(message, retry), "retry", (child) => withAttribute(child, "t", "1")),
    ],
  },
});
