import { toHex } from "../core/bytes.js";
import { childNamed, childrenNamed, childrenOf, node, type StanzaNode } from "../protocol/stanza/node.js";
import { breakMac, withOuterNumber } from "../signal/edit.js";
import { fault, faultTable } from "./fault.js";
import { choice, integer, text } from "./parameters.js";
import { changeChildren, changeEncs, hasEnc, isForGroup, withAttribute, withFlippedBytes } from "./stanza-edits.js";

/** Much higher than a client that counts from 1 can have reached. */
const unknownKeyId = 0xfedcba;

/** What can be wrong with an encrypted message to the provider's user. */
export const messageFaults = faultTable({
  "ciphertext-corrupted": fault({
    sentence:
      "Flips one bit in the authentication code of an encrypted message, or in the signature of a group message",
    hook: "sealed",
    fits: hasEnc,
    effect: (sealed) => changeEncs(sealed, withBrokenMac),
  }),
  "ciphertext-changed": fault({
    sentence: "Flips one bit in the last byte of an encrypted message, regardless of its format",
    hook: "sealed",
    fits: hasEnc,
    effect: (sealed) => changeEncs(sealed, withFlippedBytes),
  }),
  "ciphertext-replayed": fault({
    sentence: "Sends the ciphertext of an earlier message again, under a new id",
    hook: "sealed",
    params: { of: text() },
    fits: (sealed, { of }) => hasEnc(sealed) && sealed.earlier.has(of),
    effect: (sealed, { of }) => changeEncs(sealed, () => sealed.earlier.get(of)),
  }),
  "signal-version": fault({
    sentence: "Replaces the version in the first byte of an encrypted message",
    hook: "sealed",
    params: { byte: integer(0, 255) },
    fits: hasEnc,
    effect: (sealed, { byte }) =>
      changeEncs(sealed, (enc) =>
        enc.content instanceof Uint8Array ? { ...enc, content: Uint8Array.of(byte, ...enc.content.subarray(1)) } : enc,
      ),
  }),
  "signed-key-unknown": fault({
    sentence: "Names, in a pre-key message, a signed pre-key that the receiver never had",
    hook: "sealed",
    fits: ({ stanzas }) => stanzas.some((message) => childNamed(message, "enc")?.attrs["type"] === "pkmsg"),
    effect: (sealed) => changeEncs(sealed, withUnknownKey),
  }),
  "enc-version": fault({
    sentence: "Names a version of the encrypted element that does not exist",
    hook: "sealed",
    params: { version: text("3") },
    fits: hasEnc,
    effect: (sealed, { version }) => changeEncs(sealed, (enc) => withAttribute(enc, "v", version)),
  }),
  "enc-type-unknown": fault({
    sentence: "Names an encryption type that does not exist",
    hook: "sealed",
    params: { type: text("xmsg") },
    fits: hasEnc,
    effect: (sealed, { type }) => changeEncs(sealed, (enc) => withAttribute(enc, "type", type)),
  }),
  "enc-missing": fault({
    sentence: "Sends a message without encrypted content",
    hook: "sealed",
    fits: hasEnc,
    effect: (sealed) => changeEncs(sealed, () => undefined),
  }),
  "enc-twice": fault({
    sentence: "Sends a message with the same encrypted element twice",
    hook: "sealed",
    fits: hasEnc,
    effect: (sealed) => ({
      ...sealed,
      stanzas: sealed.stanzas.map((message) => ({
        ...message,
        content: [...childrenOf(message), ...childrenNamed(message, "enc")],
      })),
    }),
  }),
  "plaintext-downgrade": fault({
    sentence: "Sends the content unencrypted, in a plaintext element instead of the encrypted one",
    hook: "sealed",
    fits: hasEnc,
    effect: (sealed) => changeEncs(sealed, () => node("plaintext", {}, sealed.content)),
  }),
  "message-duplicated": fault({
    sentence: "Sends a message twice, byte for byte",
    hook: "sealed",
    effect: (sealed) => ({ ...sealed, stanzas: [...sealed.stanzas, ...sealed.stanzas] }),
  }),
  "message-forged": fault({
    sentence: "Sends a forged copy before a message, with another id and a wrong authentication code",
    hook: "sealed",
    fits: (sealed) => hasEnc(sealed) && !sealed.stanzas.some(isForGroup),
    effect: (sealed, _, random) => {
      const id = toHex(random.bytes(10)).toUpperCase();
      const forged = sealed.stanzas.map((stanza) =>
        withAttribute(changeChildren(stanza, "enc", withBrokenMac), "id", id),
      );
      return { ...sealed, stanzas: [...forged, ...sealed.stanzas] };
    },
  }),
  "message-held-back": fault({
    sentence: "Holds a message back until a later one is sent",
    hook: "sealed",
    params: { messages: integer(1, 100, 1), release: choice(["behind", "before"], "behind") },
    effect: (sealed, { messages, release }) => ({ ...sealed, held: messages, release }),
  }),
  "messages-skipped": fault({
    sentence: "Numbers a message as if many messages before it had been lost",
    hook: "skipped-messages",
    params: { count: integer(1, 100_000) },
    effect: (skipped, { count }) => skipped + count,
  }),
  "identity-spoofed": fault({
    sentence: "Lets a stranger with other keys write in the user's name",
    hook: "sealing-identity",
    effect: () => "stranger",
  }),
  "sender-key-withheld": fault({
    sentence: "Sends a group message without the key that one of the members needs to open it",
    hook: "key-share",
    effect: () => [],
  }),
  // A member of a group has the sender keys of all members and can encrypt as any of them; only the signature differs.
  "group-message-forged": fault({
    sentence: "Sends a forged message before the next message of a group, with a signature that is not the author's",
    hook: "sealed",
    fits: ({ stanzas }) => stanzas.some(isForGroup),
    effect: (sealed, _, random) => {
      const id = toHex(random.bytes(10)).toUpperCase();
      const forged = sealed.stanzas
        .filter(isForGroup)
        .map((stanza) => withAttribute(changeChildren(stanza, "enc", withFlippedBytes), "id", id));
      return { ...sealed, stanzas: [...forged, ...sealed.stanzas] };
    },
  }),
  "group-outsider-heard": fault({
    sentence: "Lets a user who is not a member of a group write to it",
    hook: "group-membership",
    fits: (isMember) => !isMember,
    effect: () => true,
  }),
});

function withBrokenMac(enc: StanzaNode): StanzaNode {
  if (!(enc.content instanceof Uint8Array)) return enc;
  // The signature of a group message is at its end.
  if (enc.attrs["type"] === "skmsg") return withFlippedBytes(enc);
  return { ...enc, content: breakMac(enc.attrs["type"] === "msg" ? "msg" : "pkmsg", enc.content) };
}

function withUnknownKey(enc: StanzaNode): StanzaNode {
  if (enc.attrs["type"] !== "pkmsg" || !(enc.content instanceof Uint8Array)) return enc;
  return { ...enc, content: withOuterNumber(enc.content, "signedPreKeyId", unknownKeyId) };
}
