import { createCipheriv, createDecipheriv, type KeyObject } from "node:crypto";
import { NoiseError } from "./errors.js";

const algorithm = "aes-256-gcm";
const maxCounter = 0xffffffff;

export const tagLength = 16;

/** Raw 32 bytes for a key that is used once or twice, a key object for one that serves a whole connection. */
export type AeadKey = Uint8Array | KeyObject;

/** The number of a frame; or a whole nonce of 12 bytes, for peers that make it in another way. */
export type Count = number | Uint8Array;

/**
 * AES-256-GCM with the counter as nonce: eight zero bytes, then 32 bits big-endian (wire 1.2). Up to 2^32 frames that is
 * also the nonce of the Noise specification, section 12.4.
 *
 * @param into Receives ciphertext and tag; exactly `plaintext.length + tagLength` bytes. Allocated when absent.
 * @throws NoiseError `counter-exhausted` beyond 2^32 - 1.
 */
export function seal(
  key: AeadKey,
  counter: Count,
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
 * @param skipTagCheck Returns what the key stream makes of the bytes. Only for providers with a deliberate defect.
 * @throws NoiseError `decrypt-failed` when the frame is shorter than a tag or the tag does not fit.
 */
export function open(
  key: AeadKey,
  counter: Count,
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

/** @throws NoiseError `counter-exhausted` beyond 2^32 - 1. */
export function checkedCounter(counter: number): number {
  if (counter <= maxCounter) return counter;
  throw new NoiseError("counter-exhausted", `Make nonce: counter is ${counter}, wanted at most ${maxCounter}`);
}

/** Eight zero bytes, then the counter with 32 bits, big-endian (wire 1.2). */
function nonceOf(counter: Count): Uint8Array {
  if (counter instanceof Uint8Array) return counter;
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(8, checkedCounter(counter));
  return nonce;
}

/** The nonce of ChaChaPoly (Noise specification, section 12.3): four zero bytes, then the counter with 64 bits. A mistake here. */
export function littleEndianNonce(counter: number): Uint8Array {
  return nonceWithLowestFirst(counter, 4);
}

/** Like the right one, but its last four bytes have the lowest first. A mistake here. */
export function reversedNonce(counter: number): Uint8Array {
  return nonceWithLowestFirst(counter, 8);
}

function nonceWithLowestFirst(counter: number, at: number): Uint8Array {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(at, checkedCounter(counter), true);
  return nonce;
}

/** `into` when it has the size of ciphertext and tag, memory of that size when there is none. */
export function roomFor(plaintext: Uint8Array, into: Uint8Array | undefined): Uint8Array {
  const wanted = plaintext.length + tagLength;
  if (into === undefined) return new Uint8Array(wanted);
  if (into.length !== wanted) throw new RangeError(`Encrypt: room for ${into.length} bytes, wanted ${wanted}`);
  return into;
}

/** @throws NoiseError `decrypt-failed` when the frame is shorter than a tag. */
export function lengthWithoutTag(sealed: Uint8Array): number {
  const length = sealed.length - tagLength;
  if (length >= 0) return length;
  throw new NoiseError("decrypt-failed", `Decrypt: ${sealed.length} bytes found, wanted at least ${tagLength}`);
}

export function decryptFailed(counter: Count, length: number, cause?: unknown): NoiseError {
  const message = `Decrypt at counter ${typeof counter === "number" ? counter : "of another form"}: the tag of ${length} bytes does not fit`;
  return new NoiseError("decrypt-failed", message, { cause });
}
