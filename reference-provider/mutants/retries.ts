import { decodeContent } from "../../protocol/content/decode.js";
import { encodeContent } from "../../protocol/content/encode.js";
import { childNamed } from "../../protocol/stanza/node.js";
import { mutants } from "../behaviour/variant.js";
import { messageAck } from "../stanzas/acks.js";
import { changeNodes, withAttribute, withoutChild } from "../stanzas/edit.js";
import { type RetryContext, retryReceipt } from "../stanzas/receipts.js";

export default mutants({
  "answers-unknown-retry": {
    sentence: "Sends an empty text to whoever asks for a message that it does not have",
    overrides: { sessions: { answerToUnknownRetry: "" } },
  },
  "asks-for-ever": {
    sentence: "Asks for a message again as long as it does not open",
    overrides: { sessions: { maximumRetries: Number.POSITIVE_INFINITY } },
  },
  "drops-resent-message": {
    sentence: "Does not show a message that opened only the second time",
    overrides: { messaging: { showsResent: false } },
  },
  "drops-unknown-signed-key": {
    sentence: "Refuses a message for good when it does not have the signed pre-key",
    overrides: {
      messaging: {
        undecryptable: (message, retry) => [
          retry.code === "unknown-signed-pre-key" ? messageAck(message, "487") : retryReceipt(message, retry),
        ],
      },
    },
  },
  "forgets-files": {
    sentence: "Sends texts again that could not be opened, and not files",
    overrides: { features: { resent: (type, content) => (type === "media" ? undefined : content) } },
  },
  "forgets-reactions": {
    sentence: "Sends texts again that could not be opened, and not reactions",
    overrides: { features: { resent: (type, content) => (type === "reaction" ? undefined : content) } },
  },
  "ignores-bad-mac-in-session": {
    sentence: "Asks again for first messages only, and drops spoilt ones in a session",
    overrides: {
      messaging: {
        undecryptable(message, retry) {
          const lost = retry.code === "bad-mac" && childNamed(message.stanza, "enc")?.attrs["type"] === "msg";
          return lost ? [] : [retryReceipt(message, retry)];
        },
      },
    },
  },
  "ignores-new-registration": {
    sentence: "Goes on in its old session with a contact whose registration id has changed",
    overrides: {
      sessions: {
        resendIn: ({ givesKeys, hasSession }) =>
          givesKeys ? "given-keys" : hasSession ? "same-session" : "fetched-keys",
      },
    },
  },
  "ignores-retry-keys": {
    sentence: "Fetches keys when it is asked for a message, also when it was given some",
    overrides: { sessions: { resendIn: () => "fetched-keys" } },
  },
  "ignores-retry-request": {
    sentence: "Does not send a message again when it is asked to",
    overrides: { messaging: { answersRetries: false } },
  },
  "ignores-undecryptable": {
    sentence: "Drops messages that it could not open without a word",
    overrides: { messaging: { undecryptable: () => [] } },
  },
  "new-id-on-retry": {
    sentence: "Sends a message again under a new id",
    overrides: { messaging: { resendId: (_id, fresh) => fresh() } },
  },
  "resends-for-ever": {
    sentence: "Sends a message again as often as anybody asks for it",
    overrides: { sessions: { maximumResends: Number.POSITIVE_INFINITY } },
  },
  "resends-without-reference": {
    sentence: "Forgets what a reply answered when it is sent again",
    overrides: {
      features: {
        resent(type, encoded) {
          const content = decodeContent(encoded);
          return type === "text" && content.type === "text" ? encodeContent({ type, text: content.text }) : encoded;
        },
      },
    },
  },
  "retry-count-stuck": {
    sentence: "Says each time that it asks for a message for the first time",
    overrides: {
      messaging: { undecryptable: (message, retry) => [retryReceipt(message, { ...retry, count: 1 })] },
    },
  },
  "retry-other-registration": {
    sentence: "Names another registration id in retry receipts than it enlisted",
    overrides: {
      messaging: {
        undecryptable: (message, retry) => [
          retryReceipt(message, { ...retry, registrationId: (retry.registrationId + 1) % 16_384 }),
        ],
      },
    },
  },
  "retry-other-time": {
    sentence: "Names in retry receipts another time than that of the message",
    overrides: {
      messaging: {
        undecryptable: (message, retry) => [
          changeNodes(retryReceipt(message, retry), "retry", (child) => withAttribute(child, "t", "1")),
        ],
      },
    },
  },
  "retry-repeats-one-time-key": {
    sentence: "Gives the same one-time key with each request for a message",
    overrides() {
      const given = new Map<string, RetryContext["keys"]>();
      return {
        messaging: {
          undecryptable(message, { keys: fresh, ...retry }) {
            if (fresh === undefined) return [retryReceipt(message, retry)];
            const keys = given.get(message.id) ?? fresh;
            given.set(message.id, keys);
            return [retryReceipt(message, { ...retry, keys })];
          },
        },
      };
    },
  },
  "retry-without-keys": {
    sentence: "Sends no keys with its requests, however often it has to ask",
    overrides: {
      messaging: { undecryptable: (message, retry) => [withoutChild(retryReceipt(message, retry), "keys")] },
    },
  },
  "retry-without-registration": {
    sentence: "Leaves its registration id out of retry receipts",
    overrides: {
      messaging: { undecryptable: (message, retry) => [withoutChild(retryReceipt(message, retry), "registration")] },
    },
  },
});
