import { inspectMessage } from "../../signal/inspect.js";
import { mutant } from "../behaviour/variation.js";
import { editInner } from "./support/edit-inner.js";

/** As when a registration id goes into the derivation, or the sending and the receiving chain change places. */
export default mutant(
  "derives-other-keys",
  "Moves the first chain of a session on to other message keys than its contacts do",
  {
    messaging: {
      sealed(message) {
        const { counter, type } = inspectMessage(message.type, message.bytes);
        if (type === "msg" || counter === 0) return message;
        return editInner(message, { mac: (mac) => mac.map((byte) => byte ^ 0xff) });
      },
    },
  },
);
