import { oddTextOf } from "../kit/odd-texts.js";
import { showsTexts } from "../scenarios/conversation.js";

export default showsTexts("m3-messaging/text-in-subtle", {
  requirement: "M3-150",
  fits: (text) => oddTextOf(text)?.kind === "subtle",
  hint: "Show the text as it came: do not trim it, do not normalise it, and drop no characters that cannot be seen.",
  mutants: {
    "trims-texts": "text: blanks at the edges",
    "texts-composed-in": "text: decomposed characters",
    "drops-bidi-marks": "text: marks of direction",
    "mangles-text-in": "text: composed characters",
  },
});
