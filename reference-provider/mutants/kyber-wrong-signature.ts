import { mutant } from "../behaviour/variation.js";
import { uploadRequest } from "../stanzas/key-upload.js";

export default mutant("kyber-wrong-signature", "Uploads a Kyber pre-key with a signature that does not cover it", {
  keys: {
    upload(id, keys) {
      const { kyberPreKey, signedPreKey } = keys;
      if (kyberPreKey === undefined) return uploadRequest(id, keys);
      return uploadRequest(id, { ...keys, kyberPreKey: { ...kyberPreKey, signature: signedPreKey.signature } });
    },
  },
});
