import { oddTextOf } from "../kit/odd-texts.js";
import { showsTexts } from "../scenarios/conversation.js";

export default showsTexts("m3-messaging/text-in-long", {
  requirement: "M3-154",
  fits: (text) => oddTextOf(text)?.kind === "long",
  hint: "Show the whole text. If you must cut, never cut between the two halves of a character.",
  mutants: {
    "cuts-long-texts-in": "text: longest",
    "mangles-text-in": "text: longest",
    "small-frame-limit": "message shown to the user",
  },
});
