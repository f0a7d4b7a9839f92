import { mutant } from "../behaviour/variation.js";
import { uploadRequest } from "../stanzas/key-upload.js";
import { withoutChild } from "./support/edit-node.js";

export default mutant("upload-without-signed-key", "Leaves the signed pre-key out of its upload", {
  keys: { upload: (id, keys) => withoutChild(uploadRequest(id, keys), "skey") },
});
