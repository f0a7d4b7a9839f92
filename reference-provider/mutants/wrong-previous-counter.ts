import { sessionEngine } from "../../signal/engine.js";
import { mutant } from "../behaviour/variation.js";
import { withPreviousCounter } from "./support/previous-counter.js";

export default mutant("wrong-previous-counter", "States a wrong length of the chain before in its messages", {
  sessions: {
    async encrypt(account, address, plaintext) {
      const writer = sessionEngine("x3dh-v3").importAccount(withPreviousCounter(account.exportState(), 77));
      await account.encrypt(address, plaintext);
      return writer.encrypt(address, plaintext);
    },
  },
});
