import { decodeContent } from "../../protocol/content/decode.js";
import { encodeContent } from "../../protocol/content/encode.js";
import { childNamed, node } from "../../protocol/stanza/node.js";
import type { PublicPreKey, SignalAccount } from "../../signal/account.js";
import { mutants } from "../behaviour/variant.js";
import { messageAck } from "../stanzas/acks.js";
import { changeNodes, withAttribute, withoutChild } from "../stanzas/edit.js";
import { messageStanza } from "../stanzas/messages.js";
import { type RetryContext, retryReceipt } from "../stanzas/receipts.js";

/** The newest unused key, which the server has not given away yet. */
function uploadedKey(account: SignalAccount): PublicPreKey | undefined {
  for (let id = account.nextPreKeyId - 1; id > 0; id -= 1) {
    const { preKey } = account.bundle(id);
    if (preKey !== undefined) return preKey;
  }
  return undefined;
}

export default mutants({
  "answers-unknown-retry": {
    sentence: "Sends an empty text to a contact that asks for an unknown message",
    overrides: { sessions: { answerToUnknownRetry: "" } },
  },
  "asks-for-ever": {
    sentence: "Asks without limit for a message that does not open",
    overrides: { sessions: { maximumRetries: Number.POSITIVE_INFINITY } },
  },
  "drops-resent-message": {
    sentence: "Does not show a message that opens only on the second attempt",
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
    sentence: "Sends a text again on request, but not a file",
    overrides: { features: { resent: (type, content) => (type === "media" ? undefined : content) } },
  },
  "forgets-reactions": {
    sentence: "Sends a text again on request, but not a reaction",
    overrides: { features: { resent: (type, content) => (type === "reaction" ? undefined : content) } },
  },
  "ignores-bad-mac-in-session": {
    sentence: "Drops messages with a wrong MAC within a session instead of asking for them again",
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
    sentence: "Keeps its old session with a contact whose registration id has changed",
    overrides: {
      sessions: {
        resendIn: ({ givesKeys, hasSession }) =>
          givesKeys ? "given-keys" : hasSession ? "same-session" : "fetched-keys",
      },
    },
  },
  "ignores-retry-keys": {
    sentence: "Fetches keys for a resend although the request contains some",
    overrides: { sessions: { resendIn: () => "fetched-keys" } },
  },
  "ignores-retry-request": {
    sentence: "Does not send a message again on request",
    overrides: { messaging: { answersRetries: false } },
  },
  "ignores-undecryptable": {
    sentence: "Silently drops messages that it cannot open",
    overrides: { messaging: { undecryptable: () => [] } },
  },
  "new-id-on-retry": {
    sentence: "Sends a message again under a new id",
    overrides: { messaging: { resendId: (_id, fresh) => fresh() } },
  },
  "resends-for-ever": {
    sentence: "Sends a message again without limit",
    overrides: { sessions: { maximumResends: Number.POSITIVE_INFINITY } },
  },
  "resends-without-reference": {
    sentence: "Sends a reply again without naming the message that it answers",
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
    sentence: "Writes count 1 into every retry receipt",
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
    sentence: "Writes another time than that of the message into retry receipts",
    overrides: {
      messaging: {
        undecryptable: (message, retry) => [
          changeNodes(retryReceipt(message, retry), "retry", (child) => withAttribute(child, "t", "1")),
        ],
      },
    },
  },
  "retry-repeats-one-time-key": {
    sentence: "Offers the same one-time key in each retry receipt",
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
    sentence: "Sends no keys in retry receipts, however often it asks",
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
  "forgets-sent-at-restart": {
    sentence: "Does not send a message again that it sent before it was restarted",
    overrides: { storage: { keepsSent: false } },
  },
  "resends-as-fan-out": {
    sentence: "Packs a message that it sends again in the form for several devices",
    overrides: {
      messaging: {
        message(head, enc) {
          if (enc.attrs["count"] === undefined) return messageStanza(head, enc);
          const { id, to, type } = head;
          return node("message", { id, to, type }, [node("participants", {}, [node("to", { jid: to }, [enc])])]);
        },
      },
    },
  },
  "resends-empty-text": {
    sentence: "Sends an empty text where a text is asked for again",
    overrides: {
      features: { resent: (type, encoded) => (type === "text" ? encodeContent({ type, text: "" }) : encoded) },
    },
  },
  "resends-once": {
    sentence: "Sends a message again only once",
    overrides: { sessions: { maximumResends: 1 } },
  },
  "retry-offers-uploaded-key": {
    sentence: "Offers a one-time key of the last upload in retry receipts",
    overrides: { sessions: { oneTimeKeyForRetry: uploadedKey } },
  },
  "retry-reuses-uploaded-id": {
    sentence: "Offers fresh one-time keys in retry receipts under ids of the last upload",
    overrides: {
      sessions: { oneTimeKeyForRetry: (account) => account.generatePreKeys(uploadedKey(account)?.id ?? 1, 1)[0] },
    },
  },
  "trusts-stated-count": {
    sentence: "Sends a message again as long as the contact states a low number of requests",
    overrides: { sessions: { resendsSoFar: (_, stated) => stated } },
  },
});
