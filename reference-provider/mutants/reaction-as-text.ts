import { mutant } from "../behaviour/variation.js";

export default mutant("reaction-as-text", "Sends a reaction as a text with the emoji", {
  features: { reactionOut: ({ emoji }) => ({ type: "text", text: emoji }) },
});
