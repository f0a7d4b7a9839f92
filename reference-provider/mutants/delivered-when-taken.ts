import { mutant } from "../behaviour/variation.js";

export default mutant("delivered-when-taken", "Reports a message as delivered when the server has taken it", {
  features: { deliveredWhenTaken: true },
});
