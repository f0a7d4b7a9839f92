import { mutant } from "../behaviour/variation.js";

export default mutant("typing-shown-for-ever", "Shows a contact as typing until the contact says otherwise", {
  features: { typingShownMs: undefined },
});
