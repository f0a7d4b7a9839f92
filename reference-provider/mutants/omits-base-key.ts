import { editFields } from "../../signal/edit-fields.js";
import { inspectMessage } from "../../signal/inspect.js";
import { mutant } from "../behaviour/variation.js";

const limits = { maxBytes: 16 * 1024 * 1024, maxFields: 64 };
const baseKey = 2;

export default mutant("omits-base-key", "Leaves its ephemeral key out of pre-key messages that name no one-time key", {
  messaging: {
    sealed({ type, bytes }) {
      if (type !== "pkmsg" || inspectMessage(type, bytes).outer?.preKeyId !== undefined) return { type, bytes };
      const fields = editFields(bytes.subarray(1), limits, { [baseKey]: () => new Uint8Array(0) });
      return { type, bytes: Buffer.concat([bytes.subarray(0, 1), fields]) };
    },
  },
});
