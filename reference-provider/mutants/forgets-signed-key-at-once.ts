import { SignalError } from "../../signal/errors.js";
import { inspectMessage } from "../../signal/inspect.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("forgets-signed-key-at-once", "Throws the old signed pre-key away as soon as it has a new one", {
  sessions: {
    async decrypt(account, address, message) {
      const { outer } = inspectMessage(message.type, message.bytes);
      if (outer !== undefined && outer.signedPreKeyId !== account.signedPreKey().id) {
        throw new SignalError(
          "unknown-signed-pre-key",
          "Decrypt: found an older signed pre-key, wanted the current one",
        );
      }
      return account.decrypt(address, message);
    },
  },
});
