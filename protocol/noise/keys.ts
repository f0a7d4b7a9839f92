import { createPrivateKey, createPublicKey, diffieHellman as agree, type KeyObject } from "node:crypto";
import { toBase64Url } from "../../core/bytes.js";
import type { Random } from "../../core/random.js";
import { NoiseError } from "./errors.js";

export const keyLength = 32;

/** X25519 keys, raw, 32 bytes each, without the 05 type byte of Signal. Do not change one that is in use. */
export interface KeyPair {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

/**
 * OpenSSL's form of the private keys. Importing one costs as much as an agreement, so a pair is imported once; the
 * weak map lets any plain object with two arrays be a key pair.
 */
const imported = new WeakMap<KeyPair, KeyObject>();

/**
 * OpenSSL's form of a public key, for one that takes part in several agreements.
 *
 * @throws NoiseError `bad-key` when it is not 32 bytes.
 */
export function importPublicKey(bytes: Uint8Array): KeyObject {
  demandLength(bytes, "public");
  return createPublicKey({ key: { kty: "OKP", crv: "X25519", x: toBase64Url(bytes) }, format: "jwk" });
}

/** @throws NoiseError `bad-key` when the key is not 32 bytes. */
export function keyPairFromPrivate(privateKey: Uint8Array): KeyPair {
  const key = importPrivate(privateKey);
  const { x } = createPublicKey(key).export({ format: "jwk" });
  if (x === undefined) throw new NoiseError("bad-key", "Derive public key: OpenSSL returned none, wanted 32 bytes");
  const pair = { publicKey: Uint8Array.from(Buffer.from(x, "base64url")), privateKey: Uint8Array.from(privateKey) };
  imported.set(pair, key);
  return pair;
}

export function generateKeyPair(random: Random): KeyPair {
  return keyPairFromPrivate(random.bytes(keyLength));
}

/**
 * X25519 (RFC 7748): the 32-byte shared secret. Pass the pair rather than the bare private key where there is
 * one; that halves the cost.
 *
 * @throws NoiseError `bad-key` for a wrong length, `weak-key` when the result is all zero (a point of small order).
 */
export function diffieHellman(privateKey: KeyPair | Uint8Array, publicKey: KeyObject | Uint8Array): Uint8Array {
  const own = privateKey instanceof Uint8Array ? importPrivate(privateKey) : importedPrivate(privateKey);
  const remote = publicKey instanceof Uint8Array ? importPublicKey(publicKey) : publicKey;
  try {
    return agree({ privateKey: own, publicKey: remote });
  } catch (cause) {
    // RFC 7748 section 6.1 lets an implementation refuse the all-zero result; OpenSSL does so itself.
    throw new NoiseError("weak-key", "Agree on X25519 secret: public key is of small order, wanted a generator's", {
      cause,
    });
  }
}

function importedPrivate(pair: KeyPair): KeyObject {
  let key = imported.get(pair);
  if (key === undefined) {
    demandLength(pair.privateKey, "private");
    key = fromJwk(pair.privateKey, pair.publicKey);
    imported.set(pair, key);
  }
  return key;
}

function importPrivate(bytes: Uint8Array): KeyObject {
  demandLength(bytes, "private");
  try {
    return fromJwk(bytes, new Uint8Array());
  } catch {
    // Node 26 wants a JWK's public half, and a matching one; PKCS #8 does without, at several times the cost.
    const key = Buffer.concat([pkcs8Prefix, bytes]);
    return createPrivateKey({ key, format: "der", type: "pkcs8" });
  }
}

function fromJwk(privateKey: Uint8Array, publicKey: Uint8Array): KeyObject {
  const key = { kty: "OKP", crv: "X25519", d: toBase64Url(privateKey), x: toBase64Url(publicKey) };
  return createPrivateKey({ key, format: "jwk" });
}

/** RFC 8410: version, X25519 and the wrapping of 32 bytes. */
const pkcs8Prefix = Buffer.from("302e020100300506032b656e04220420", "hex");

function demandLength(bytes: Uint8Array, which: string): void {
  if (bytes.length !== keyLength) {
    throw new NoiseError("bad-key", `Import ${which} key: ${bytes.length} bytes found, wanted ${keyLength}`);
  }
}
