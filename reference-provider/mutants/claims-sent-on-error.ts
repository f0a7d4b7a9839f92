import { mutant } from "../behaviour/variation.js";

export default mutant("claims-sent-on-error", "Reports messages as sent that the server refused", {
  messaging: { sendError: () => undefined },
});
