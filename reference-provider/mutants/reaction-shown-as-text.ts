import { mutant } from "../behaviour/variation.js";

export default mutant("reaction-shown-as-text", "Shows a reaction as a message, too", {
  features: { showsReactionsAsMessages: true },
});
