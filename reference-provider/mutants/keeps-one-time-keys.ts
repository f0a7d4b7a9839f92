import type { SignalAccount } from "../../signal/account.js";
import { sessionEngine } from "../../signal/engine.js";
import { SignalError } from "../../signal/errors.js";
import { mutant } from "../behaviour/variation.js";

/** By one-time pre-key: the account as it was before that key was used. */
const before = new WeakMap<SignalAccount, SignalAccount[]>();

export default mutant("keeps-one-time-keys", "Opens sessions with the same one-time pre-key as often as it is named", {
  sessions: {
    async decrypt(account, address, message) {
      const copy = sessionEngine("x3dh-v3").importAccount(account.exportState());
      try {
        const decrypted = await account.decrypt(address, message);
        if (decrypted.usedPreKeyId !== undefined) before.set(account, [...(before.get(account) ?? []), copy]);
        return decrypted;
      } catch (thrown) {
        if (!(thrown instanceof SignalError) || thrown.code !== "unknown-pre-key") throw thrown;
        for (const earlier of before.get(account) ?? []) {
          const again = await earlier.decrypt(address, message).catch(() => undefined);
          if (again !== undefined) return again;
        }
        throw thrown;
      }
    },
  },
});
