import { sessionEngine } from "../../signal/engine.js";
import { verifySignedPreKey } from "../../signal/verify-signed-pre-key.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("skips-bundle-signature", "Writes to a contact whose signed pre-key has a wrong signature", {
  keys: {
    acceptBundle(bundle) {
      const { identityKey, signedPreKey } = bundle;
      if (verifySignedPreKey(identityKey, signedPreKey.publicKey, signedPreKey.signature)) return bundle;
      // The Signal library cannot be talked out of its check; with keys made up here it has nothing to object to.
      return sessionEngine("x3dh-v3").createAccount().bundle();
    },
  },
});
