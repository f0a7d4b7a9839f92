import { toBase64Url, uintToBytes } from "../../core/bytes.js";
import { mutant } from "../behaviour/variation.js";
import { editedForm } from "./support/edit-form.js";

export default mutant(
  "enlist-little-endian-id",
  "Writes the registration id and the key id with the lowest byte first",
  {
    enlistment: {
      request: (fields) =>
        editedForm(fields, (form) => {
          form.set("e_regid", toBase64Url(uintToBytes(fields.registrationId, 4).reverse()));
          form.set("e_skey_id", toBase64Url(uintToBytes(fields.signedPreKey.id, 3).reverse()));
        }),
    },
  },
);
