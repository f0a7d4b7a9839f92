import { createHmac } from "node:crypto";

const hashLength = 32;

/**
 * HKDF with SHA-256 (RFC 5869). Three `createHmac` calls beat one `hkdfSync` for the 112 bytes or less that we need, because
 * the latter wraps its input in a key object and its output in an ArrayBuffer.
 *
 * @param salt Empty means 32 zero bytes, as in the RFC.
 * @param length 1 to 8160 bytes.
 */
export function hkdfSha256(salt: Uint8Array, ikm: Uint8Array, info: Uint8Array, length: number): Uint8Array {
  if (!Number.isInteger(length) || length < 1 || length > 255 * hashLength) {
    throw new RangeError(`Derive with HKDF: length is ${length}, wanted 1 to ${255 * hashLength}`);
  }
  const key = createHmac("sha256", salt).update(ikm).digest();
  const output = new Uint8Array(length);
  let block: Uint8Array = new Uint8Array(0);
  for (let at = 0, index = 1; at < length; at += hashLength, index++) {
    block = createHmac("sha256", key).update(block).update(info).update(Uint8Array.of(index)).digest();
    output.set(at + hashLength <= length ? block : block.subarray(0, length - at), at);
  }
  return output;
}
