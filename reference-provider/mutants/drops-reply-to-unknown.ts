import { mutant } from "../behaviour/variation.js";

export default mutant("drops-reply-to-unknown", "Does not show a reply to a message that it does not have", {
  features: { showsReplyToUnknown: false },
});
