import { oddTextOf } from "../kit/odd-texts.js";
import { sendsTexts } from "../scenarios/conversation.js";

export default sendsTexts("m3-messaging/text-out", {
  requirement: "M3-01",
  version: 2,
  // Texts outside ASCII are judged by m3-messaging/text-out-unicode, others by text-out-subtle and text-out-long.
  fits: (text) => /^[\x20-\x7e\n\t]*$/.test(text) && oddTextOf(text)?.kind === undefined,
  hint: "Put the text into the content protobuf, pad it, encrypt it for the recipient and send it in a message stanza whose id you report.",
  mutants: {
    "cuts-text-out": "text",
    "escapes-markup": "text: markup",
    "escapes-markdown": "text: Markdown",
    "collapses-blanks-out": "text: blanks in a row",
    "trims-lines": "text: indented lines",
    "enc-type-mislabelled": "message opened by the WhatsApp user",
    "reuses-message-keys": "message opened by the WhatsApp user",
  },
  lawful: ["refuses-long-texts"],
});
