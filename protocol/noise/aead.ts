import { createCipheriv, createDecipheriv, type KeyObject } from "node:crypto";
import { NoiseError } from "./errors.js";

const tagLength = 16;
const maxCounter = 0xffffffff;
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
  into: Uint8Array = new Uint8Array(plaintext.length + tagLength),
): Uint8Array {
  if (into.length !== plaintext.length + tagLength) {
    throw new RangeError(`Encrypt: room for ${into.length} bytes, wanted ${plaintext.length + tagLength}`);
  }
  const cipher = createCipheriv(algorithm, key, nonceOf(counter));
  if (associated !== undefined) cipher.setAAD(associated);
  into.set(cipher.update(plaintext));
  cipher.final();
  into.set(cipher.getAuthTag(), plaintext.length);
  return into;
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
  const length = sealed.length - tagLength;
  if (length < 0) {
    throw new NoiseError("decrypt-failed", `Decrypt: ${sealed.length} bytes found, wanted at least ${tagLength}`);
  }
  const decipher = createDecipheriv(algorithm, key, nonceOf(counter), { authTagLength: tagLength });
  if (associated !== undefined) decipher.setAAD(associated);
  const plaintext = decipher.update(sealed.subarray(0, length));
  if (!skipTagCheck) {
    decipher.setAuthTag(sealed.subarray(length));
    try {
      decipher.final();
    } catch (cause) {
      throw new NoiseError("decrypt-failed", `Decrypt at counter ${counter}: the tag of ${length} bytes does not fit`, {
        cause,
      });
    }
  }
  return new Uint8Array(plaintext.buffer, plaintext.byteOffset, plaintext.length);
}

function nonceOf(counter: number): Uint8Array {
  if (counter > maxCounter) {
    throw new NoiseError("counter-exhausted", `Make nonce: counter is ${counter}, wanted at most ${maxCounter}`);
  }
  const nonce = new Uint8Array(12);
  nonce[8] = counter >>> 24;
  nonce[9] = counter >>> 16;
  nonce[10] = counter >>> 8;
  nonce[11] = counter;
  return nonce;
}
