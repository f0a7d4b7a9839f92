import { toHex } from "../../core/bytes.js";
import { inspectMessage } from "../../signal/inspect.js";
import { mutant } from "../behaviour/variation.js";
import { innerOf } from "./support/edit-inner.js";

const begun = new Set<string>();

export default mutant("stops-pkmsg-after-first", "Sends ordinary messages from the second one on, answered or not", {
  messaging: {
    sealed(message) {
      if (message.type !== "pkmsg") return message;
      const base = toHex(inspectMessage(message.type, message.bytes).outer?.baseKey ?? new Uint8Array(0));
      if (begun.has(base)) return { type: "msg", bytes: innerOf(message.bytes) };
      begun.add(base);
      return message;
    },
  },
});
