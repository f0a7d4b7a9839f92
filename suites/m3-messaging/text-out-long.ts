import { oddTextOf } from "../kit/odd-texts.js";
import { sendsTexts } from "../scenarios/conversation.js";

export default sendsTexts("m3-messaging/text-out-long", {
  requirement: "M3-155",
  fits: (text) => oddTextOf(text)?.kind === "long",
  mayRefuse: true,
  hint: "Send the whole text or refuse it. Count the characters of the user and not those of an escaped form.",
  mutants: {
    "mangles-text-out": "text: longest",
    "cuts-text-out": "text: longest, of quote marks and ampersands",
    "escapes-markup": "message opened by the WhatsApp user",
    "splits-long-texts": "text: longest",
    "cuts-long-texts-out": "text: longest",
    "limit-counts-entities": "text: longest, of quote marks and ampersands",
  },
  lawful: ["refuses-long-texts"],
});
