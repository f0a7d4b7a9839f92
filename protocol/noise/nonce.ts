import { NoiseError } from "./errors.js";

export const tagLength = 16;
const maxCounter = 0xffffffff;

/** What both ways to AES-GCM have in common: the nonce, the room that a result needs, and how they refuse. */

/** @throws NoiseError `counter-exhausted` beyond 2^32 - 1. */
export function checkedCounter(counter: number): number {
  if (counter <= maxCounter) return counter;
  throw new NoiseError("counter-exhausted", `Make nonce: counter is ${counter}, wanted at most ${maxCounter}`);
}

/** Eight zero bytes, then the counter with 32 bits, big-endian (wire 1.2). */
export function nonceOf(counter: number): Uint8Array {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(8, checkedCounter(counter));
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

export function decryptFailed(counter: number, length: number, cause?: unknown): NoiseError {
  const message = `Decrypt at counter ${counter}: the tag of ${length} bytes does not fit`;
  return new NoiseError("decrypt-failed", message, { cause });
}
