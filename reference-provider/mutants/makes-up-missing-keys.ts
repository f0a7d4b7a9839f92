import { sessionEngine } from "../../signal/engine.js";
import { mutant } from "../behaviour/variation.js";
import { ProviderError } from "../errors.js";
import { readBundle } from "../stanzas/key-fetch.js";

export default mutant("makes-up-missing-keys", "Encrypts to keys of its own making for somebody who has none", {
  keys: {
    readBundle(answer, jid) {
      try {
        return readBundle(answer, jid);
      } catch (thrown) {
        if (!(thrown instanceof ProviderError) || thrown.code !== "recipient-unknown") throw thrown;
        return sessionEngine("x3dh-v3").createAccount().bundle();
      }
    },
  },
});
