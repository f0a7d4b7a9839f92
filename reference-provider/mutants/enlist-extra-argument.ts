import { mutant } from "../behaviour/variation.js";
import { editedForm } from "./support/edit-form.js";

export default mutant("enlist-extra-argument", "Adds an argument of its own to the enlistment", {
  enlistment: { request: (fields) => editedForm(fields, (form) => form.append("client_version", "1")) },
});
