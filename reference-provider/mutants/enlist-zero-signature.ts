import { toBase64Url } from "../../core/bytes.js";
import { mutant } from "../behaviour/variation.js";
import { editedForm } from "./support/edit-form.js";

export default mutant("enlist-zero-signature", "Sends 64 zero bytes as the signature of the signed pre-key", {
  enlistment: {
    request: (fields) => editedForm(fields, (form) => form.set("e_skey_sig", toBase64Url(new Uint8Array(64)))),
  },
});
