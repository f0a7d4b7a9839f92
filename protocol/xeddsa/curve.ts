import { ed25519 } from "@noble/curves/ed25519.js";

const { Point } = ed25519;
const field = Point.Fp;

/** The order q of the base point. */
export const order = Point.Fn.ORDER;

export function littleEndianToInt(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).reverse().toString("hex")}`);
}

/** 32 bytes. */
export function intToLittleEndian(value: bigint): Uint8Array {
  return Uint8Array.from(Buffer.from(value.toString(16).padStart(64, "0"), "hex").reverse());
}

/** The X25519 private key as a scalar: clamped (RFC 7748 section 5) and reduced. */
export function scalarOf(privateKey: Uint8Array): bigint {
  const clamped = Uint8Array.from(privateKey);
  clamped[0] = (clamped[0] ?? 0) & 0xf8;
  clamped[31] = ((clamped[31] ?? 0) & 0x7f) | 0x40;
  return littleEndianToInt(clamped) % order;
}

/** The encoded multiple of the base point; the top bit of the last byte is the sign of x. */
export function multiplyBase(scalar: bigint): Uint8Array {
  return scalar === 0n ? Point.ZERO.toBytes() : Point.BASE.multiply(scalar).toBytes();
}

/**
 * The Ed25519 public key that belongs to an X25519 one: y = (u - 1) / (u + 1), with the sign of x as told, because u
 * does not carry it. Undefined when u is not reduced or is -1, which no honest key is.
 */
export function edwardsOf(publicKey: Uint8Array, sign: 0 | 1): Uint8Array | undefined {
  const u = littleEndianToInt(publicKey);
  if (u >= field.ORDER - 1n) return undefined;
  const encoded = intToLittleEndian(field.mul(field.sub(u, 1n), field.inv(field.add(u, 1n))));
  encoded[31] = (encoded[31] ?? 0) | (sign << 7);
  return encoded;
}
