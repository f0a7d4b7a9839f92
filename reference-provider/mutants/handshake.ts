import { concat, utf8 } from "../../core/bytes.js";
import { seal } from "../../protocol/noise/aead.js";
import { NoiseError, type NoiseErrorCode } from "../../protocol/noise/errors.js";
import { header } from "../../protocol/noise/intro.js";
import { decodeExpected, encodeHandshake } from "../../protocol/noise/messages.js";
import type { HandshakeMistake } from "../../protocol/noise/mistakes.js";
import { mutants, type Overrides } from "../behaviour/variant.js";

const publicKnowledge = new Uint8Array(32);

/** Field 3 with a sealed part of nothing, which is a tag only. */
const furtherPart = concat(Uint8Array.of(0x1a, 16), new Uint8Array(16));

/** The last handshake message (tag, length, parts) with a further part behind the others. */
function withFurtherPart(message: Uint8Array): Uint8Array {
  const begin = message.findIndex((byte, at) => at > 0 && byte < 0x80) + 1;
  const parts = concat(message.subarray(begin), furtherPart);
  const length: number[] = [];
  for (let rest = parts.length; rest > 0; rest >>>= 7) length.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
  return concat(message.subarray(0, 1), Uint8Array.from(length), parts);
}

/** Makes a known mistake in the handshake. */
function mistaken(mistake: HandshakeMistake, mistakeFrom = 0): Overrides {
  return { channel: { handshake: { mistake, mistakeFrom } } };
}

/** After this error, sends the third handshake message under a key of zeros, which everyone knows. */
function goesOnAfter(error: NoiseErrorCode): Overrides {
  return {
    channel: {
      finishWithoutSecret(code, staticKey, payload) {
        if (code !== error) return undefined;
        return {
          static: seal(publicKnowledge, 0, undefined, staticKey),
          payload: seal(publicKnowledge, 1, undefined, payload),
        };
      },
    },
  };
}

export default mutants({
  "finish-without-associated-data": {
    sentence: "Encrypts its last handshake message without associated data",
    overrides: mistaken("associated-data-missing", 2),
  },
  "handshake-keys-swapped": {
    sentence: "Takes the outputs of the key derivation in the wrong order throughout the handshake",
    overrides: mistaken("outputs-swapped"),
  },
  "handshake-nonce-little-endian": {
    sentence: "Writes the nonces of the handshake with the lowest byte first",
    overrides: mistaken("nonce-little-endian"),
  },
  "handshake-nonce-not-reset": {
    sentence: "Goes on counting nonces after each new key of the handshake",
    overrides: mistaken("nonce-not-reset"),
  },
  "handshake-nonce-stays-zero": {
    sentence: "Encrypts each part of the handshake with a nonce of zeros",
    overrides: mistaken("nonce-stays-zero"),
  },
  "handshake-plaintext-hashed": {
    sentence: "Hashes the plaintext of encrypted handshake parts instead of the ciphertext",
    overrides: mistaken("plaintext-hashed"),
  },
  "handshake-without-associated-data": {
    sentence: "Encrypts the handshake without associated data",
    overrides: mistaken("associated-data-missing"),
  },
  "hashes-empty-payload": {
    sentence: "Hashes the empty payload of its first handshake message, as ordinary Noise libraries do",
    overrides: mistaken("empty-payload-hashed"),
  },
  "skips-prologue": {
    sentence: "Mixes no prologue into the handshake",
    overrides: mistaken("prologue-skipped"),
  },
  "server-payload-not-hashed": {
    sentence: "Leaves the server's payload out of the handshake hash",
    overrides: mistaken("server-payload-not-hashed"),
  },
  "third-message-keys-swapped": {
    sentence: "Takes the outputs of the key derivation in the wrong order for its last handshake message",
    overrides: mistaken("outputs-swapped", 2),
  },
  "accepts-short-ephemeral": {
    sentence: "Goes on with keys that anyone can compute when the server's key is too short",
    overrides: goesOnAfter("bad-key"),
  },
  "accepts-zero-ephemeral": {
    sentence: "Goes on with keys that anyone can compute when the server sends a key of zeros",
    overrides: goesOnAfter("weak-key"),
  },
  "empty-prologue": {
    sentence: "Leaves the header out of the prologue",
    overrides: { channel: { prologue: () => new Uint8Array(0) } },
  },
  "finish-carries-further-part": {
    sentence: "Adds an empty sealed part to its last handshake message that the pattern does not have",
    overrides: { channel: { clientFinish: withFurtherPart } },
  },
  "hashes-pattern-name": {
    sentence: "Hashes the name of the handshake pattern, although it fits unhashed",
    overrides: mistaken("name-hashed"),
  },
  "header-every-frame": {
    sentence: "Sends the four header bytes before every frame",
    overrides: { channel: { wrap: (frame, context) => [concat(context.header, frame)] } },
  },
  "header-wrong-dictionary": {
    sentence: "Announces version 2 of the stanza dictionary",
    overrides: { channel: { header: () => header({ magic: 6, dictionaryVersion: 2 }) } },
  },
  "hello-carries-static-key": {
    sentence: "Sends a static key in the first, unencrypted handshake message",
    overrides: { channel: { clientHello: (ephemeral) => ({ ephemeral, static: new Uint8Array(32) }) } },
  },
  "hello-carries-token": {
    sentence: "Sends its token in the first, unencrypted handshake message",
    overrides: { channel: { clientHello: (ephemeral, token) => ({ ephemeral, payload: utf8(token) }) } },
  },
  "refuses-unknown-hello-fields": {
    sentence: "Rejects a handshake message with an unknown field",
    overrides: {
      channel: {
        readServerHello(body) {
          const fields = decodeExpected(body, "serverHello");
          const known = encodeHandshake({ kind: "serverHello", fields });
          if (known.length === body.length) return fields;
          throw new NoiseError("malformed-handshake", "Read ServerHello: unknown fields found, wanted none");
        },
      },
    },
  },
  "reuses-ephemeral": {
    sentence: "Uses one ephemeral key for all its connections",
    overrides: { channel: { ephemeral: (fresh, previous) => previous ?? fresh() } },
  },
  "shares-auth-key": {
    sentence: "Gives all users the same Noise key",
    overrides: { identity: { authKey: (fresh, previous) => previous ?? fresh() } },
  },
  "skips-server-hello-tag": {
    sentence: "Decrypts the second handshake message without checking its tags",
    overrides: { channel: { skipTagCheck: true } },
  },
  "static-key-not-authkey": {
    sentence: "Logs in with another static key than the enlisted one",
    overrides: { channel: { staticKey: (_enlisted, fresh) => fresh() } },
  },
  "waits-forever-for-hello": {
    sentence: "Waits for the second handshake message without end",
    overrides: { channel: { helloTimeoutMs: () => undefined } },
  },
});
