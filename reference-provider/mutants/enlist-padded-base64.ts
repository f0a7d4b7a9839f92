import { binaryArguments } from "../../protocol/enlistment/fields.js";
import { mutant } from "../behaviour/variation.js";
import { editedForm } from "./support/edit-form.js";

export default mutant("enlist-padded-base64", "Pads the base64 of its enlistment arguments", {
  enlistment: {
    request: (fields) =>
      editedForm(fields, (form) => {
        for (const name of binaryArguments) {
          const value = form.get(name) ?? "";
          form.set(name, value.padEnd(Math.ceil(value.length / 4) * 4, "="));
        }
      }),
  },
});
