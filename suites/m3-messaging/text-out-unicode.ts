import { oddTextOf } from "../kit/odd-texts.js";
import { sendsTexts } from "../scenarios/conversation.js";

/** Mutants whose first messages do not open. */
const unopened = [
  "session-without-discontinuity",
  "session-agreements-exchanged",
  "session-one-time-key-unused",
  "session-info-missing",
  "session-outputs-swapped",
  "session-without-ratchet-step",
  "ratchet-info-missing",
  "chain-seeds-swapped",
  "message-info-missing",
  "message-keys-swapped",
  "mac-without-identities",
  "mac-identities-exchanged",
  "mac-identities-without-type",
  "mac-without-version",
];

export default sendsTexts("m3-messaging/text-out-unicode", {
  requirement: "M3-02",
  version: 2,
  fits: (text) => /[^\x20-\x7e\n\t]/.test(text) && oddTextOf(text)?.kind === undefined,
  hint: "Protobuf strings are UTF-8: encode every character, in the form in which the user wrote it.",
  mutants: {
    "repeats-taken-messages": "message opened by the WhatsApp user",
    "mangles-text-out": "text",
    "enc-type-mislabelled": "message opened by the WhatsApp user",
    "kyber-id-off-by-one": "message opened by the WhatsApp user",
    "derives-other-keys": "message opened by the WhatsApp user",
    ...Object.fromEntries(unopened.map((id) => [id, "message opened by the WhatsApp user"])),
    "seals-with-aes-gcm": "message opened by the WhatsApp user",
  },
});
