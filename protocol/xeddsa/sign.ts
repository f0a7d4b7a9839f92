import { createHash } from "node:crypto";
import { intToLittleEndian, littleEndianToInt, multiplyBase, order, scalarOf } from "./curve.js";

/** 2^256 - 2, little-endian: the prefix of hash1, which no encoded point can begin with. */
const hash1Prefix = new Uint8Array(32).fill(0xff);
hash1Prefix[0] = 0xfe;

/**
 * XEdDSA with X25519 keys (Signal, "The XEdDSA and VXEdDSA Signature Schemes", section 4.3) in the form that libsignal
 * and WhatsApp write: the public point keeps its sign, and the sign travels in the top bit of the last byte of the
 * signature. The specification instead negates the private key so that the sign is always 0; `verify` takes both.
 *
 * @param random 64 fresh bytes (Z in the specification).
 * @returns 64 bytes.
 * @throws RangeError for a private key that is not 32 bytes or randomness that is not 64.
 */
export function sign(privateKey: Uint8Array, message: Uint8Array, random: Uint8Array): Uint8Array {
  if (privateKey.length !== 32 || random.length !== 64) {
    throw new RangeError(
      `Sign: key of ${privateKey.length} and randomness of ${random.length} found, wanted 32 and 64`,
    );
  }
  const secret = scalarOf(privateKey);
  const publicPoint = multiplyBase(secret);
  const nonce = hashToScalar(hash1Prefix, privateKey, message, random);
  const commitment = multiplyBase(nonce);
  const challenge = hashToScalar(commitment, publicPoint, message);
  const signature = new Uint8Array(64);
  signature.set(commitment);
  signature.set(intToLittleEndian((nonce + challenge * secret) % order), 32);
  signature[63] = (signature[63] ?? 0) | ((publicPoint[31] ?? 0) & 0x80);
  return signature;
}

function hashToScalar(...parts: readonly Uint8Array[]): bigint {
  const hash = createHash("sha512");
  for (const part of parts) hash.update(part);
  return littleEndianToInt(hash.digest()) % order;
}
