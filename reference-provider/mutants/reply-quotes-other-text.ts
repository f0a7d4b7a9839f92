import { mutant } from "../behaviour/variation.js";

export default mutant("reply-quotes-other-text", "Quotes something else than what a reply answers", {
  features: { replyOut: (reply) => ({ ...reply, quotedText: "Something else." }) },
});
