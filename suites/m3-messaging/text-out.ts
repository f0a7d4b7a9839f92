import { sendsTexts } from "../scenarios/conversation.js";

export default sendsTexts("m3-messaging/text-out", {
  requirement: "M3-01",
  // Texts outside ASCII are judged by m3-messaging/text-out-unicode.
  fits: (text) => /^[\x20-\x7e]*$/.test(text),
  hint: "Put the text into the content protobuf, pad it, encrypt it for the recipient and send it in a message stanza whose id you report.",
  mutants: {
    "cuts-text-out": "text",
    "enc-type-mislabelled": "message opened by the WhatsApp user",
    "reuses-message-keys": "message opened by the WhatsApp user",
  },
});
