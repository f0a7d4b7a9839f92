import { createCipheriv } from "node:crypto";
import { concat, toHex } from "../../core/bytes.js";
import { ContentError } from "../../protocol/content/errors.js";
import { unpad } from "../../protocol/content/padding.js";
import { bytesOf, childNamed, childrenNamed } from "../../protocol/stanza/node.js";
import { editFields, withOuterNumber } from "../../signal/edit.js";
import { innerMessage, inspectMessage } from "../../signal/inspect.js";
import { mutants, type Overrides } from "../behaviour/variant.js";
import { withAttribute } from "../stanzas/edit.js";
import { encNode } from "../stanzas/messages.js";

const limits = { maxBytes: 16 * 1024 * 1024, maxFields: 64 };

/** Field numbers of Signal's messages (wire 5.2). */
const field = { baseKey: 2, innerMessage: 4, ciphertext: 4 } as const;
const macLength = 8;

const paddingLength = 8;

/** Changes the message inside each pre-key message of a session but the first, so that contacts can read that one. */
function changesLaterFirstMessages(change: (inner: Uint8Array) => Uint8Array): Overrides {
  return {
    messaging: {
      sealed(message) {
        const { counter, type } = inspectMessage(message.type, message.bytes);
        if (type === "msg" || counter === 0) return message;
        const fields = editFields(message.bytes.subarray(1), limits, {
          [field.innerMessage]: ({ bytes = new Uint8Array(0) }) => change(bytes),
        });
        return { type, bytes: concat(message.bytes.subarray(0, 1), fields) };
      },
    },
  };
}

function inGcm(plaintext: Uint8Array): Uint8Array {
  const cipher = createCipheriv("aes-256-gcm", new Uint8Array(32), new Uint8Array(12));
  return concat(cipher.update(plaintext), cipher.final(), cipher.getAuthTag());
}

export default mutants({
  "accepts-bad-padding": {
    sentence: "Checks only the last byte of the padding",
    overrides: {
      messaging: { unpad: (padded) => padded.subarray(0, Math.max(0, padded.length - (padded.at(-1) ?? 0))) },
    },
  },
  "answers-each-enc": {
    sentence: "Treats every encrypted element of a message as a message of its own",
    overrides: { messaging: { encs: (message) => childrenNamed(message, "enc") } },
  },
  "delivers-plaintext": {
    sentence: "Shows messages that arrive without encryption",
    overrides: {
      messaging: {
        readPlaintext(message) {
          const plaintext = childNamed(message, "plaintext");
          return plaintext && bytesOf(plaintext);
        },
      },
    },
  },
  // The contact sees a wrong MAC, as when the registration id goes into the derivation or the two chains are swapped.
  "derives-other-keys": {
    sentence: "Derives other message keys than its contacts in the first chain of a session",
    overrides: changesLaterFirstMessages((inner) =>
      concat(
        inner.subarray(0, -macLength),
        inner.subarray(-macLength).map((byte) => byte ^ 0xff),
      ),
    ),
  },
  "enc-type-mislabelled": {
    sentence: "Labels first messages as later ones, and later ones as first",
    overrides: {
      messaging: {
        enc: ({ type, bytes }, count) => encNode({ type: type === "msg" ? "pkmsg" : "msg", bytes }, count),
      },
    },
  },
  "enc-version-1": {
    sentence: "Marks its encrypted content with version 1",
    overrides: { messaging: { enc: (sealed, count) => withAttribute(encNode(sealed, count), "v", "1") } },
  },
  "ignores-enc-type": {
    sentence: "Opens encrypted content of any type as a pre-key message",
    overrides: { messaging: { encType: (type) => (type === "msg" ? "msg" : "pkmsg") } },
  },
  "ignores-enc-version": {
    sentence: "Opens encrypted content of any version",
    overrides: { messaging: { acceptsEncVersion: () => true } },
  },
  "kyber-id-off-by-one": {
    sentence: "Names another Kyber pre-key than the one that it used",
    overrides: {
      messaging: {
        sealed({ type, bytes }) {
          const id = inspectMessage(type, bytes).outer?.kyberPreKeyId;
          return { type, bytes: id === undefined ? bytes : withOuterNumber(bytes, "kyberPreKeyId", id + 1) };
        },
      },
    },
  },
  "no-padding": {
    sentence: "Encrypts its messages without padding",
    overrides: { messaging: { pad: (content) => content } },
  },
  "omits-base-key": {
    sentence: "Leaves its ephemeral key out of pre-key messages without a one-time key",
    overrides: {
      messaging: {
        sealed({ type, bytes }) {
          if (type !== "pkmsg" || inspectMessage(type, bytes).outer?.preKeyId !== undefined) return { type, bytes };
          const fields = editFields(bytes.subarray(1), limits, { [field.baseKey]: () => new Uint8Array(0) });
          return { type, bytes: concat(bytes.subarray(0, 1), fields) };
        },
      },
    },
  },
  "other-registration-id": {
    sentence: "Names another registration id in its messages than in its enlistment",
    overrides: {
      messaging: {
        // Nothing authenticates that number, so the message still opens.
        sealed({ type, bytes }) {
          const { outer } = inspectMessage(type, bytes);
          return {
            type,
            bytes: outer === undefined ? bytes : withOuterNumber(bytes, "registrationId", outer.registrationId ^ 1),
          };
        },
      },
    },
  },
  "random-padding": {
    sentence: "Pads with random bytes, with the length only in the last one",
    overrides: {
      messaging: {
        pad(content, random) {
          const noise = random.bytes(paddingLength - 1).map((byte) => (byte === paddingLength ? 0 : byte));
          return concat(content, noise, Uint8Array.of(paddingLength));
        },
      },
    },
  },
  "refuses-padding-16": {
    sentence: "Rejects messages with the longest allowed padding",
    overrides: {
      messaging: {
        unpad(padded) {
          if (padded.at(-1) !== 16) return unpad(padded);
          throw new ContentError("bad-padding", "Unpad content: found a length of 16, wanted at most 15");
        },
      },
    },
  },
  "seals-with-aes-gcm": {
    sentence: "Encrypts all but the first pre-key message of a session with AES-GCM",
    overrides: changesLaterFirstMessages((inner) => {
      const fields = editFields(inner.subarray(1, -macLength), limits, {
        [field.ciphertext]: ({ bytes = new Uint8Array(0) }) => inGcm(bytes.subarray(0, -1)),
      });
      return concat(inner.subarray(0, 1), fields, inner.subarray(-macLength));
    }),
  },
  "signal-version-nibble": {
    sentence: "Writes version 4 into the first byte of its pre-key messages",
    overrides: {
      messaging: {
        // Nothing authenticates that byte in a pre-key message, so the message still opens.
        sealed: ({ type, bytes }) => ({
          type,
          bytes: type === "pkmsg" ? Uint8Array.of(0x34, ...bytes.subarray(1)) : bytes,
        }),
      },
    },
  },
  "stops-pkmsg-after-first": {
    sentence: "Sends ordinary messages from the second one on, even without an answer",
    overrides() {
      const begun = new Set<string>();
      return {
        messaging: {
          sealed(message) {
            const baseKey = inspectMessage(message.type, message.bytes).outer?.baseKey;
            if (baseKey === undefined) return message;
            const session = toHex(baseKey);
            if (begun.has(session)) return { type: "msg", bytes: innerMessage(message.bytes) ?? message.bytes };
            begun.add(session);
            return message;
          },
        },
      };
    },
  },
});
