import { mutant } from "../behaviour/variation.js";
import type { RetryContext } from "../messaging/types.js";
import { retryReceipt } from "../stanzas/receipts.js";

const given = new Map<string, RetryContext["keys"]>();

export default mutant("retry-repeats-one-time-key", "Gives the same one-time key with each request for a message", {
  messaging: {
    undecryptable(message, { keys: fresh, ...retry }) {
      if (fresh === undefined) return [retryReceipt(message, retry)];
      const keys = given.get(message.id) ?? fresh;
      given.set(message.id, keys);
      return [retryReceipt(message, { ...retry, keys })];
    },
  },
});
