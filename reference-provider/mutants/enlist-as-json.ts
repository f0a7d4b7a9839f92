import { encodeEnlistment } from "../../protocol/enlistment/encode.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("enlist-as-json", "Sends the enlistment as JSON", {
  enlistment: {
    request: (fields) => ({
      contentType: "application/json",
      body: JSON.stringify(Object.fromEntries(new URLSearchParams(encodeEnlistment(fields)))),
    }),
  },
});
