import { mutant } from "../behaviour/variation.js";
import { uploadRequest } from "../stanzas/key-upload.js";

export default mutant("upload-zero-id", "Counts its one-time keys from zero", {
  keys: {
    upload: (id, keys) =>
      uploadRequest(id, { ...keys, preKeys: keys.preKeys.map((key, index) => ({ ...key, id: index })) }),
  },
});
