import { toBase64Url } from "../../core/bytes.js";
import { mutant } from "../behaviour/variation.js";
import { editedForm } from "./support/edit-form.js";

export default mutant("enlist-short-registration-id", "Enlists the registration id in the two bytes that it fills", {
  enlistment: {
    request: (fields) =>
      editedForm(fields, (form) => {
        const whole = Buffer.from(form.get("e_regid") ?? "", "base64url");
        form.set("e_regid", toBase64Url(whole.subarray(2)));
      }),
  },
});
