import type { SignalAccount } from "../../signal/account.js";
import { sessionEngine } from "../../signal/engine.js";
import { inspectMessage } from "../../signal/inspect.js";
import { toHex } from "../../core/bytes.js";
import { mutant } from "../behaviour/variation.js";

/** By ratchet key: the account as it was before the first message of that chain. */
const unsaved = new Map<string, SignalAccount>();

export default mutant("reuses-message-keys", "Forgets to store that a message key has been used", {
  sessions: {
    async encrypt(account, address, plaintext) {
      const before = sessionEngine("x3dh-v3").importAccount(account.exportState());
      const lawful = await account.encrypt(address, plaintext);
      const chain = toHex(inspectMessage(lawful.type, lawful.bytes).ratchetKey);
      const again = unsaved.get(chain);
      unsaved.set(chain, before);
      // A pre-key message would be found out by its receiver at once; behind an answer it takes longer.
      return again !== undefined && lawful.type === "msg" ? again.encrypt(address, plaintext) : lawful;
    },
  },
});
