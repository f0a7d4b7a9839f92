import { createPublicKey, verify as verifyEd25519 } from "node:crypto";
import { toBase64Url } from "../../core/bytes.js";
import { edwardsOf, intToLittleEndian, littleEndianToInt, order } from "./curve.js";

/** Little-endian, the last byte of any s that needs no look at the group order has its upper nibble empty. */
const belowOrder = 0x10;

/**
 * Whether `signature` is an XEdDSA signature by the owner of the X25519 key (specification section 4.4; libsignal's sign
 * bit, see `sign`). False for malformed input too. OpenSSL does the curve arithmetic, several times faster than bigints.
 */
export function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const last = signature[63] ?? 0;
  const point = edwardsOf(publicKey, last >= 0x80 ? 1 : 0);
  // s below 2^253 is all that the specification asks for, hence the bits 0x60.
  if (point === undefined || (last & 0x60) !== 0) return false;
  const plain = Uint8Array.from(signature);
  plain[63] = last & 0x1f;
  if ((last & 0x1f) >= belowOrder) reduce(plain.subarray(32));
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: toBase64Url(point) }, format: "jwk" });
  return verifyEd25519(null, message, key, plain);
}

/** Ed25519 wants s below the group order, XEdDSA does not; the two mean the same signature. */
function reduce(s: Uint8Array): void {
  s.set(intToLittleEndian(littleEndianToInt(s) % order));
}
