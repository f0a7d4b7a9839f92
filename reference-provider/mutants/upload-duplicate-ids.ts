import { mutant } from "../behaviour/variation.js";
import { uploadRequest } from "../stanzas/key-upload.js";

export default mutant("upload-duplicate-ids", "Uploads different keys under one id", {
  keys: {
    upload: (id, keys) => uploadRequest(id, { ...keys, preKeys: keys.preKeys.map((key) => ({ ...key, id: 7 })) }),
  },
});
