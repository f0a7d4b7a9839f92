import { sessionEngine } from "../../signal/engine.js";
import type { SignalAccount } from "../../signal/account.js";
import { innerMessage } from "../../signal/inner-message.js";
import { mutant } from "../behaviour/variation.js";

/** For each account one that never hears an answer, so that it has no reason to renew its ratchet key. */
const deaf = new WeakMap<SignalAccount, SignalAccount>();

export default mutant("never-turns-ratchet", "Goes on with the same ratchet key whatever the other side answers", {
  sessions: {
    async encrypt(account, address, plaintext) {
      const copy = (): SignalAccount => sessionEngine("x3dh-v3").importAccount(account.exportState());
      const before = copy();
      const lawful = await account.encrypt(address, plaintext);
      if (lawful.type === "pkmsg") {
        deaf.set(account, copy());
        return lawful;
      }
      const writer = deaf.get(account) ?? before;
      deaf.set(account, writer);
      const sealed = await writer.encrypt(address, plaintext);
      return sealed.type === "msg" ? sealed : { type: "msg", bytes: innerMessage(sealed.bytes) ?? sealed.bytes };
    },
  },
});
