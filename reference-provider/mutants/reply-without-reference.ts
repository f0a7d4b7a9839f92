import { mutant } from "../behaviour/variation.js";

export default mutant("reply-without-reference", "Sends a reply as a text that answers nothing", {
  features: { replyOut: () => undefined },
});
