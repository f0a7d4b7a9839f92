import { concat } from "../../core/bytes.js";
import { mutant } from "../behaviour/variation.js";
import { uploadRequest } from "../stanzas/key-upload.js";

function prefixed(key: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(5), key);
}

export default mutant("upload-prefixed-keys", "Uploads keys with their type byte, 33 bytes each", {
  keys: {
    upload: (id, keys) =>
      uploadRequest(id, {
        ...keys,
        identityKey: prefixed(keys.identityKey),
        preKeys: keys.preKeys.map((key) => ({ ...key, publicKey: prefixed(key.publicKey) })),
      }),
  },
});
