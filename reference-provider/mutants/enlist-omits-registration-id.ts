import { mutant } from "../behaviour/variation.js";
import { editedForm } from "./support/edit-form.js";

export default mutant("enlist-omits-registration-id", "Leaves the registration id out of the enlistment", {
  enlistment: { request: (fields) => editedForm(fields, (form) => form.delete("e_regid")) },
});
