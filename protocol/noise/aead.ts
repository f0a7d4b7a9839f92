import { createCipheriv, createDecipheriv, type KeyObject } from "node:crypto";
import { decryptFailed, lengthWithoutTag, nonceOf, roomFor, tagLength } from "./nonce.js";

const algorithm = "aes-256-gcm";

/** Raw 32 bytes for a key that is used once or twice, a key object for one that serves a whole connection. */
export type AeadKey = Uint8Array | KeyObject;

/**
 * AES-256-GCM with the counter as nonce: eight zero bytes, then 32 bits big-endian (wire 1.2). Up to 2^32 frames that is
 * also the nonce of the Noise specification, section 12.4.
 *
 * @param into Receives ciphertext and tag; exactly `plaintext.length + tagLength` bytes. Allocated when absent.
 * @throws NoiseError `counter-exhausted` beyond 2^32 - 1.
 */
export function seal(
  key: AeadKey,
  counter: number,
  associated: Uint8Array | undefined,
  plaintext: Uint8Array,
  into?: Uint8Array,
): Uint8Array {
  const sealed = roomFor(plaintext, into);
  const cipher = createCipheriv(algorithm, key, nonceOf(counter));
  if (associated !== undefined) cipher.setAAD(associated);
  sealed.set(cipher.update(plaintext));
  cipher.final();
  sealed.set(cipher.getAuthTag(), plaintext.length);
  return sealed;
}

/**
 * @param skipTagCheck Returns whatever the key stream makes of the bytes. Only for providers with a deliberate defect.
 * @throws NoiseError `decrypt-failed` when the frame is shorter than a tag or the tag does not fit.
 */
export function open(
  key: AeadKey,
  counter: number,
  associated: Uint8Array | undefined,
  sealed: Uint8Array,
  skipTagCheck = false,
): Uint8Array {
  const length = lengthWithoutTag(sealed);
  const decipher = createDecipheriv(algorithm, key, nonceOf(counter), { authTagLength: tagLength });
  if (associated !== undefined) decipher.setAAD(associated);
  const plaintext = decipher.update(sealed.subarray(0, length));
  if (!skipTagCheck) {
    decipher.setAuthTag(sealed.subarray(length));
    try {
      decipher.final();
    } catch (cause) {
      throw decryptFailed(counter, length, cause);
    }
  }
  return new Uint8Array(plaintext.buffer, plaintext.byteOffset, plaintext.length);
}
