import { oddTextOf } from "../kit/odd-texts.js";
import { sendsTexts } from "../scenarios/conversation.js";

export default sendsTexts("m3-messaging/text-out-subtle", {
  requirement: "M3-151",
  fits: (text) => oddTextOf(text)?.kind === "subtle",
  hint: "Send the text as it is: do not trim it, do not normalise it, and drop no characters that cannot be seen.",
  mutants: {
    "cuts-text-out": "text: blanks at the edges",
    "collapses-blanks-out": "text: blanks at the edges",
    "trims-lines": "text: blanks at the edges",
    "texts-composed-out": "text: decomposed characters",
    "mangles-text-out": "text: composed characters",
  },
});
