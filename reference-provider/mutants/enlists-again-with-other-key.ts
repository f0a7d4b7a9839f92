import { toBase64Url, toHex } from "../../core/bytes.js";
import { lawfulEnlistment } from "../behaviour/enlistment.js";
import { editedForm } from "./support/edit-form.js";
import { mutant } from "../behaviour/variation.js";

const enlisted = new Set<string>();

export default mutant(
  "enlists-again-with-other-key",
  "Enlists a user anew with a Noise key that its client does not have",
  {
    enlistment: {
      request(fields) {
        const known = enlisted.has(toHex(fields.authKey));
        enlisted.add(toHex(fields.authKey));
        return known
          ? editedForm(fields, (form) => form.set("authkey", toBase64Url(new Uint8Array(32).fill(9))))
          : lawfulEnlistment.request(fields);
      },
    },
  },
);
