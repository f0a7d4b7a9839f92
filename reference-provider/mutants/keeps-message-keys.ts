import { toHex } from "../../core/bytes.js";
import { sessionEngine } from "../../signal/engine.js";
import { SignalError } from "../../signal/errors.js";
import { mutant } from "../behaviour/variation.js";

/** By identity, which outlives an export and an import: the states in which a message could still be read. */
const archive = new Map<string, Uint8Array[]>();

export default mutant("keeps-message-keys", "Keeps the keys of messages that it has read", {
  sessions: {
    async decrypt(account, address, message) {
      const owner = toHex(account.publicIdentity);
      const states = archive.get(owner) ?? [];
      const state = account.exportState();
      try {
        const decrypted = await account.decrypt(address, message);
        archive.set(owner, [...states, state]);
        return decrypted;
      } catch (thrown) {
        if (!(thrown instanceof SignalError) || message.type !== "msg") throw thrown;
        for (const earlier of states) {
          const old = sessionEngine("x3dh-v3").importAccount(earlier);
          const again = await old.decrypt(address, message).catch(() => undefined);
          if (again !== undefined) return again;
        }
        throw thrown;
      }
    },
  },
});
