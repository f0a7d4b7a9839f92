import { toBase64Url } from "../../core/bytes.js";
import { mutant } from "../behaviour/variation.js";
import { editedForm } from "./support/edit-form.js";

export default mutant("enlist-wrong-key-type", "Enlists its keys as keys of another type than Curve25519", {
  enlistment: {
    request: (fields) => editedForm(fields, (form) => form.set("e_keytype", toBase64Url(Uint8Array.of(4)))),
  },
});
