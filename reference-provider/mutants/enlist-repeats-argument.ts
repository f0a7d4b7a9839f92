import { mutant } from "../behaviour/variation.js";
import { editedForm } from "./support/edit-form.js";

export default mutant("enlist-repeats-argument", "Names its registration id twice in the enlistment", {
  enlistment: {
    request: (fields) => editedForm(fields, (form) => form.append("e_regid", form.get("e_regid") ?? "")),
  },
});
