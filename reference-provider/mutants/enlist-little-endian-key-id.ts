import { toBase64Url, uintToBytes } from "../../core/bytes.js";
import { editedForm } from "./support/edit-form.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("enlist-little-endian-key-id", "Writes the id of the signed pre-key with the lowest byte first", {
  enlistment: {
    request: (fields) =>
      editedForm(fields, (form) =>
        form.set("e_skey_id", toBase64Url(uintToBytes(fields.signedPreKey.id, 3).reverse())),
      ),
  },
});
