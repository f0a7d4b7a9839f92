import { toBase64 } from "../../core/bytes.js";
import { binaryArguments } from "../../protocol/enlistment/fields.js";
import { mutant } from "../behaviour/variation.js";
import { editedForm } from "./support/edit-form.js";

export default mutant("enlist-standard-base64", "Writes its enlistment arguments in the alphabet with + and /", {
  enlistment: {
    request: (fields) =>
      editedForm(fields, (form) => {
        for (const name of binaryArguments) {
          const bytes = Buffer.from(form.get(name) ?? "", "base64url");
          form.set(name, toBase64(bytes).replace(/=+$/, ""));
        }
      }),
  },
});
