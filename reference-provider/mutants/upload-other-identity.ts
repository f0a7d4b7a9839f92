import { mutant } from "../behaviour/variation.js";
import { uploadRequest } from "../stanzas/key-upload.js";

export default mutant("upload-other-identity", "Uploads another identity key than the enlisted one", {
  keys: { upload: (id, keys) => uploadRequest(id, { ...keys, identityKey: keys.identityKey.map((byte) => byte ^ 1) }) },
});
