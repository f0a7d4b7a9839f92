import { createHash, createPublicKey, verify as verifyEd25519 } from "node:crypto";
import { ed25519 } from "@noble/curves/ed25519.js";
import { concat, toBase64Url } from "../../core/bytes.js";

const { Point } = ed25519;
const field = Point.Fp;

/** The order q of the base point. */
const order = Point.Fn.ORDER;

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

/** An s whose last byte (little-endian) is lower than this is below the group order. */
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

/** Type byte that Signal puts before a Curve25519 key. */
const keyType = Uint8Array.of(0x05);

/**
 * Whether `signature` (64 bytes) is one by `identity` over the signed pre-key `key`; both keys are 32 bytes and the
 * signature covers 05 and `key`. False also for anything of the wrong size.
 */
export function verifySignedPreKey(identity: Uint8Array, key: Uint8Array, signature: Uint8Array): boolean {
  return key.length === 32 && verify(identity, concat(keyType, key), signature);
}

/** Ed25519 wants s below the group order, XEdDSA does not; the two mean the same signature. */
function reduce(s: Uint8Array): void {
  s.set(intToLittleEndian(littleEndianToInt(s) % order));
}

function littleEndianToInt(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).reverse().toString("hex")}`);
}

/** 32 bytes. */
function intToLittleEndian(value: bigint): Uint8Array {
  return Uint8Array.from(Buffer.from(value.toString(16).padStart(64, "0"), "hex").reverse());
}

/** The X25519 private key as a scalar: clamped (RFC 7748 section 5) and reduced. */
function scalarOf(privateKey: Uint8Array): bigint {
  const clamped = Uint8Array.from(privateKey);
  clamped[0] = (clamped[0] ?? 0) & 0xf8;
  clamped[31] = ((clamped[31] ?? 0) & 0x7f) | 0x40;
  return littleEndianToInt(clamped) % order;
}

/** The encoded multiple of the base point; the top bit of the last byte is the sign of x. */
function multiplyBase(scalar: bigint): Uint8Array {
  return scalar === 0n ? Point.ZERO.toBytes() : Point.BASE.multiply(scalar).toBytes();
}

/**
 * The Ed25519 public key that belongs to an X25519 one: y = (u - 1) / (u + 1), with the sign of x from `signBit`, because u
 * does not carry it. Undefined when u is not reduced or is -1, which no honest key is.
 */
function edwardsOf(publicKey: Uint8Array, signBit: 0 | 1): Uint8Array | undefined {
  const u = littleEndianToInt(publicKey);
  if (u >= field.ORDER - 1n) return undefined;
  const encoded = intToLittleEndian(field.mul(field.sub(u, 1n), field.inv(field.add(u, 1n))));
  encoded[31] = (encoded[31] ?? 0) | (signBit << 7);
  return encoded;
}
