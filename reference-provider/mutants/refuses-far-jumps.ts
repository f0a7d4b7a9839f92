import { toHex } from "../../core/bytes.js";
import { SignalError } from "../../signal/errors.js";
import { inspectMessage } from "../../signal/inspect.js";
import { mutant } from "../behaviour/variation.js";

const longestJump = 100;
const newest = new Map<string, number>();

export default mutant("refuses-far-jumps", "Gives up when more than a hundred messages of a chain are missing", {
  sessions: {
    async decrypt(account, address, message) {
      const { counter, ratchetKey } = inspectMessage(message.type, message.bytes);
      const chain = toHex(ratchetKey);
      if (counter > (newest.get(chain) ?? 0) + longestJump) {
        throw new SignalError("bad-mac", "Decrypt: found a counter far ahead, wanted one nearby");
      }
      newest.set(chain, counter);
      return account.decrypt(address, message);
    },
  },
});
