import { createCipheriv } from "node:crypto";
import { editFields } from "../../signal/edit-fields.js";
import { inspectMessage } from "../../signal/inspect.js";
import { mutant } from "../behaviour/variation.js";
import { editInner } from "./support/edit-inner.js";

const limits = { maxBytes: 16 * 1024 * 1024, maxFields: 64 };
const ciphertext = 4;

/** Not all of them: of a provider that cannot be read at all little else could be seen. */
export default mutant("seals-with-aes-gcm", "Encrypts all but the first pre-key message of a session with AES-GCM", {
  messaging: {
    sealed(message) {
      const { counter, type } = inspectMessage(message.type, message.bytes);
      if (type === "msg" || counter === 0) return message;
      return editInner(message, {
        fields: (inner) =>
          editFields(inner, limits, { [ciphertext]: ({ bytes = new Uint8Array(0) }) => inGcm(bytes.subarray(0, -1)) }),
      });
    },
  },
});

function inGcm(plaintext: Uint8Array): Uint8Array {
  const cipher = createCipheriv("aes-256-gcm", new Uint8Array(32), new Uint8Array(12));
  return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}
