import { mutant } from "../behaviour/variation.js";

export default mutant("hides-reply", "Shows a reply without the message that it answers", {
  features: { replyIn: () => undefined },
});
