import { toHex } from "../../core/bytes.js";
import { SignalError } from "../../signal/errors.js";
import { inspectMessage } from "../../signal/inspect.js";
import { mutant } from "../behaviour/variation.js";

const newest = new Map<string, number>();

export default mutant("forgets-skipped-keys", "Cannot read a message that a later one of its chain has overtaken", {
  sessions: {
    async decrypt(account, address, message) {
      const { counter, ratchetKey } = inspectMessage(message.type, message.bytes);
      const chain = toHex(ratchetKey);
      const known = newest.get(chain) ?? -1;
      // The newest itself may come twice; that is for the library to see.
      if (counter < known) throw new SignalError("bad-mac", "Decrypt: found an old counter, wanted a new one");
      const decrypted = await account.decrypt(address, message);
      newest.set(chain, counter);
      return decrypted;
    },
  },
});
