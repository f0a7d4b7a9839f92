import { pad } from "../../protocol/content/padding.js";
import { lawful } from "../behaviour/variant.js";
import { messageAck, nackCodes } from "../stanzas/acks.js";
import { withAttribute } from "../stanzas/edit.js";
import { ProviderError } from "../errors.js";
import { chatstate, encNode } from "../stanzas/messages.js";
import { deliveryReceipt, readReceipts } from "../stanzas/receipts.js";

export default lawful({
  "asks-again-for-everything": {
    sentence: "Asks again also for messages that others refuse: bad content, an unknown enc type, no enc",
    overrides: { messaging: { onBadContent: "ask", onRefused: () => "ask" } },
  },
  "asks-four-times": {
    sentence: "Gives a message up after four requests for it",
    overrides: { sessions: { maximumRetries: 4 } },
  },
  "inactive-receipts": {
    sentence: "Sends receipts of type inactive, as open clients do while their user is not available",
    overrides: {
      messaging: {
        received: (message) => [withAttribute(deliveryReceipt(message), "type", "inactive")],
        duplicate: (message) => [withAttribute(deliveryReceipt(message), "type", "inactive")],
      },
    },
  },
  "nacks-instead-of-silence": {
    sentence: "Refuses a message that it has already opened, where others repeat the receipt",
    overrides: { messaging: { duplicate: (message) => [messageAck(message, nackCodes.oldCounter)] } },
  },
  "no-mediatype": {
    sentence: "Does not name the type of a file in the stanza",
    overrides: { messaging: { enc: (sealed, count) => encNode(sealed, count) } },
  },
  "padding-1-to-15": {
    sentence: "Pads with 1 to 15 bytes, as some open clients do",
    overrides: { messaging: { pad: (content, random) => pad(content, 1 + random.int(15)) } },
  },
  "padding-always-16": {
    sentence: "Pads every message with 16 bytes",
    overrides: { messaging: { pad: (content) => pad(content, 16) } },
  },
  "pauses-after-sending": {
    sentence: "Reports that the user has paused whenever a message has been sent",
    overrides: { features: { afterSending: (to) => [chatstate(to, "paused")] } },
  },
  "read-receipts-one-by-one": {
    sentence: "Sends one read receipt for each message",
    overrides: { features: { readReceipts: (to, ids) => ids.flatMap((id) => readReceipts(to, [id])) } },
  },
  "refuses-long-texts": {
    sentence: "Refuses to send texts of more than 20,000 units",
    overrides: {
      messaging: {
        textOut(text) {
          if (text.length <= 20_000) return text;
          throw new ProviderError("message-refused", `Send a text: found ${text.length} units, wanted 20,000 at most`);
        },
      },
    },
  },
  "repeats-refused-fetch": {
    sentence: "Repeats a refused request for keys after a pause",
    overrides: { keys: { fetchPausesMs: [200, 400, 800] } },
  },
  "repeats-unanswered-message": {
    sentence: "Repeats an unanswered message under its id",
    overrides: { messaging: { afterSilence: "send-again" } },
  },
  "reply-without-quote": {
    sentence: "Names the message that a reply answers, without a quote",
    overrides: {
      features: { replyOut: ({ id, participant }) => ({ id, ...(participant !== undefined && { participant }) }) },
    },
  },
  "resends-in-session": {
    sentence: "Answers a first retry receipt within the existing session",
    overrides: {
      sessions: {
        resendIn: ({ givesKeys, hasSession, sameRegistration }) =>
          givesKeys ? "given-keys" : hasSession && sameRegistration ? "same-session" : "fetched-keys",
      },
    },
  },
  "retry-keys-at-once": {
    sentence: "Sends keys for a new session in its first retry receipt",
    overrides: { sessions: { keysFromRetry: 1 } },
  },
  "small-key-batch": {
    sentence: "Uploads ten one-time keys at a time",
    overrides: { keys: { initialBatch: 10, refillBatch: 10 } },
  },
  "receipts-in-list": {
    sentence: "Confirms waiting messages of one sender together, with one receipt",
    overrides: { messaging: { answersWaitingTogether: true } },
  },
});
