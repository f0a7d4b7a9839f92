import { pad } from "../../protocol/content/padding.js";
import { lawful } from "../behaviour/variant.js";
import { messageAck, nackCodes } from "../stanzas/acks.js";
import { encNode } from "../stanzas/messages.js";
import { readReceipts } from "../stanzas/receipts.js";

export default lawful({
  "asks-again-for-everything": {
    sentence: "Asks for a message again also where others refuse it: bad content, an enc of unknown type, none at all",
    overrides: { messaging: { onBadContent: "ask", onRefused: () => "ask" } },
  },
  "asks-four-times": {
    sentence: "Gives a message up after asking for it four times",
    overrides: { sessions: { maximumRetries: 4 } },
  },
  "nacks-instead-of-silence": {
    sentence: "Refuses a message that it has opened before, where others repeat the receipt",
    overrides: { messaging: { duplicate: (message) => [messageAck(message, nackCodes.oldCounter)] } },
  },
  "no-mediatype": {
    sentence: "Does not say in the stanza what type of file it brings",
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
  "read-receipts-one-by-one": {
    sentence: "Sends a read receipt for each message, however many were read at once",
    overrides: { features: { readReceipts: (to, ids) => ids.flatMap((id) => readReceipts(to, [id])) } },
  },
  "repeats-unanswered-message": {
    sentence: "Sends a message that was not answered once more, under its id",
    overrides: { messaging: { afterSilence: "send-again" } },
  },
  "reply-without-quote": {
    sentence: "Names the message that a reply answers, without quoting it",
    overrides: {
      features: { replyOut: ({ id, participant }) => ({ id, ...(participant !== undefined && { participant }) }) },
    },
  },
  "resends-in-session": {
    sentence: "Answers a first request for a message within the session that it has",
    overrides: {
      sessions: {
        resendIn: ({ givesKeys, hasSession, sameRegistration }) =>
          givesKeys ? "given-keys" : hasSession && sameRegistration ? "same-session" : "fetched-keys",
      },
    },
  },
  "retry-keys-at-once": {
    sentence: "Sends keys for a new session with its first request for a message already",
    overrides: { sessions: { keysFromRetry: 1 } },
  },
  "small-key-batch": {
    sentence: "Uploads ten one-time keys at a time",
    overrides: { keys: { initialBatch: 10, refillBatch: 10 } },
  },
});
