import { oddTextOf } from "../kit/odd-texts.js";
import { showsTexts } from "../scenarios/conversation.js";

export default showsTexts("m3-messaging/text-in", {
  requirement: "M3-11",
  version: 2,
  fits: (text) => oddTextOf(text)?.kind === undefined,
  hint: "Decrypt, remove the padding, parse the content protobuf and show the text as it was sent, with its sender.",
  mutants: {
    "mangles-text-in": "text",
    "drops-bidi-marks": "text",
    "drops-joiners": "text: joined emoji",
    "hides-text-in-brackets": "text: markup",
    "reads-markdown": "text: Markdown",
    "strips-selectors": "text: emoji with selectors",
  },
});
