import { mutant } from "../behaviour/variation.js";

export default mutant("hides-reactions", "Does not show reactions", {
  features: { reactionIn: () => undefined },
});
