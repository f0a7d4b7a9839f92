import { mutant } from "../behaviour/variation.js";

export default mutant("hides-typing", "Does not show that a contact types", {
  features: { typingIn: () => undefined },
});
