import { mutant } from "../behaviour/variation.js";

export default mutant("stores-after-sending", "Sends messages before it stores that their keys are used", {
  storage: { keepsBeforeSending: false },
});
