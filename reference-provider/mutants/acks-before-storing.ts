import { mutant } from "../behaviour/variation.js";

export default mutant("acks-before-storing", "Answers messages before they are stored", {
  storage: { keepsBeforeAnswering: false },
});
