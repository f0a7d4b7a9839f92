import { createHmac } from "node:crypto";
import { concat, utf8 } from "../../core/bytes.js";

/** What encrypts one group message: AES-256-CBC. */
export interface MessageKey {
  readonly iteration: number;
  readonly iv: Uint8Array;
  readonly cipherKey: Uint8Array;
}

/** The symmetric ratchet of a sender key: one step per message, never back. */
export interface Chain {
  readonly iteration: number;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

const label = utf8("WhisperGroup");

export function nextChain({ iteration, key }: Chain): Chain {
  return { iteration: iteration + 1, key: hmac(key, Uint8Array.of(2)) };
}

/** 16 bytes of IV and 32 of key out of HKDF with no salt (wire 5.2). */
export function messageKey({ iteration, key }: Chain): MessageKey {
  const seed = hmac(key, Uint8Array.of(1));
  const extracted = hmac(new Uint8Array(32), seed);
  const first = hmac(extracted, concat(label, Uint8Array.of(1)));
  const second = hmac(extracted, concat(first, label, Uint8Array.of(2)));
  const derived = concat(first, second);
  return { iteration, iv: derived.subarray(0, 16), cipherKey: derived.subarray(16, 48) };
}

function hmac(key: Uint8Array, input: Uint8Array): Uint8Array {
  return createHmac("sha256", key).update(input).digest();
}
