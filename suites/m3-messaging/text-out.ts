import { check } from "../kit/index.js";
import { expectSameTexts, openedWith } from "../kit/text-out.js";
import { conversation } from "../scenarios/conversation.js";

export default check("m3-messaging/text-out", {
  requirement: "M3-01",
  scenario: conversation,
  // Texts outside ASCII are judged by m3-messaging/text-out-unicode.
  reached: (trace) => openedWith(trace, (text) => /^[\x20-\x7e]*$/.test(text)),
  judge: ({ expect, reached, trace }) => expectSameTexts(expect, trace, reached),
  hint: "Put the text into the content protobuf, pad it, encrypt it for the recipient and send it in a message stanza whose id you report.",
  mutants: {
    "cuts-text-out": "text",
    "enc-type-mislabelled": "message opened by the WhatsApp user",
    "reuses-message-keys": "message opened by the WhatsApp user",
  },
});
