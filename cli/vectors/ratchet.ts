import { createCipheriv, createHmac } from "node:crypto";
import { concat, utf8 } from "../../core/bytes.js";
import { hkdfSha256 } from "../../core/hkdf.js";
import { encodeMessageJson } from "../../proto/encode-json.js";
import { diffieHellman, type KeyPair } from "../../protocol/noise/keys.js";
import { toHex } from "../../core/bytes.js";

// The steps of X3DH and of the double ratchet in the order in which the guide tells them, from given keys, which libsignal
// does not take. Its tests hold them against libsignal. Nothing but the vectors uses them.

const noSalt = new Uint8Array(32);

/** A key as it stands inside Signal messages: 05 and 32 bytes. */
export function typed(publicKey: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(5), publicKey);
}

/** The first secrets of both sides, from three or four agreements. */
export function agree(agreements: readonly Uint8Array[]) {
  const masterSecret = concat(new Uint8Array(32).fill(0xff), ...agreements);
  const derived = hkdfSha256(noSalt, masterSecret, utf8("WhisperText"), 64);
  return { masterSecret, rootKey: derived.subarray(0, 32), chainKey: derived.subarray(32) };
}

/** A step of the root chain: one's own ratchet key and the other's. */
export function ratchet(rootKey: Uint8Array, own: KeyPair, remote: Uint8Array) {
  const sharedSecret = diffieHellman(own, remote);
  const derived = hkdfSha256(rootKey, sharedSecret, utf8("WhisperRatchet"), 64);
  return { sharedSecret, rootKey: derived.subarray(0, 32), chainKey: derived.subarray(32) };
}

/** What one message is encrypted with, and the chain key of the next one. */
export function messageKeys(chainKey: Uint8Array) {
  const seed = hmac(chainKey, Uint8Array.of(1));
  const derived = hkdfSha256(noSalt, seed, utf8("WhisperMessageKeys"), 80);
  return {
    seed,
    cipherKey: derived.subarray(0, 32),
    macKey: derived.subarray(32, 64),
    iv: derived.subarray(64),
    nextChainKey: hmac(chainKey, Uint8Array.of(2)),
  };
}

export interface MessageToSeal {
  readonly chainKey: Uint8Array;
  readonly counter: number;
  readonly previousCounter: number;
  readonly ratchetKey: Uint8Array;
  readonly senderIdentity: Uint8Array;
  readonly receiverIdentity: Uint8Array;
  readonly plaintext: Uint8Array;
}

/** A `msg`: 33, protobuf, eight bytes of MAC. */
export function sealMessage(message: MessageToSeal) {
  const { chainKey, counter, previousCounter, plaintext, senderIdentity, receiverIdentity } = message;
  const keys = messageKeys(chainKey);
  const cipher = createCipheriv("aes-256-cbc", keys.cipherKey, keys.iv);
  const ciphertext = concat(cipher.update(plaintext), cipher.final());
  const fields = {
    ratchet_key: toHex(typed(message.ratchetKey)),
    counter,
    previous_counter: previousCounter,
    ciphertext: toHex(ciphertext),
  };
  const body = concat(Uint8Array.of(0x33), encodeMessageJson(fields, "signal_message.Message"));
  const macInput = concat(typed(senderIdentity), typed(receiverIdentity), body);
  const mac = hmac(keys.macKey, macInput).subarray(0, 8);
  return { ...keys, ciphertext, macInput, mac, bytes: concat(body, mac) };
}

export interface OpeningMessage {
  readonly registrationId: number;
  readonly preKeyId?: number;
  readonly signedPreKeyId: number;
  readonly baseKey: Uint8Array;
  readonly identityKey: Uint8Array;
  readonly message: Uint8Array;
}

/** A `pkmsg`: 33 and a protobuf around a `msg`. */
export function openingMessage(opening: OpeningMessage): Uint8Array {
  const fields = {
    ...(opening.preKeyId !== undefined && { pre_key_id: opening.preKeyId }),
    base_key: toHex(typed(opening.baseKey)),
    identity_key: toHex(typed(opening.identityKey)),
    message: toHex(opening.message),
    registration_id: opening.registrationId,
    signed_pre_key_id: opening.signedPreKeyId,
  };
  return concat(Uint8Array.of(0x33), encodeMessageJson(fields, "signal_message.PreKeyMessage"));
}

function hmac(key: Uint8Array, input: Uint8Array): Uint8Array {
  return new Uint8Array(createHmac("sha256", key).update(input).digest());
}
