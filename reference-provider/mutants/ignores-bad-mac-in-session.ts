import { childNamed } from "../../protocol/stanza/node.js";
import { mutant } from "../behaviour/variation.js";
import { retryReceipt } from "../stanzas/receipts.js";

export default mutant(
  "ignores-bad-mac-in-session",
  "Asks again for first messages only, and drops spoilt ones in a session",
  {
    messaging: {
      undecryptable(message, retry) {
        const lost = retry.code === "bad-mac" && childNamed(message.stanza, "enc")?.attrs["type"] === "msg";
        return lost ? [] : [retryReceipt(message, retry)];
      },
    },
  },
);
