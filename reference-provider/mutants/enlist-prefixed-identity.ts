import { concat, toBase64Url } from "../../core/bytes.js";
import { mutant } from "../behaviour/variation.js";
import { editedForm } from "./support/edit-form.js";

export default mutant("enlist-prefixed-identity", "Enlists the identity key with its type byte, 33 bytes in all", {
  enlistment: {
    request: (fields) =>
      editedForm(fields, (form) => form.set("e_ident", toBase64Url(concat(Uint8Array.of(5), fields.identityKey)))),
  },
});
