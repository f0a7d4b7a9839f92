import { mutant } from "../behaviour/variation.js";

export default mutant("reply-without-author", "Leaves out whose message a reply answers", {
  features: { replyOut: ({ id, quotedText }) => ({ id, ...(quotedText !== undefined && { quotedText }) }) },
});
