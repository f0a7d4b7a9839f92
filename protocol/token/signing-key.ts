// By parts: the whole package is twice as many files, which counts at every start.
import type { CryptoKey, JWK } from "jose";
import { calculateJwkThumbprint } from "jose/jwk/thumbprint";
import { exportJWK } from "jose/key/export";
import { generateKeyPair } from "jose/key/generate/keypair";
import { importJWK } from "jose/key/import";
import { isTokenAlgorithm, keyTypeOf, minModulusBits, type TokenAlgorithm } from "./algorithms.js";
import { TokenError } from "./errors.js";

/** A private key with the name under which its public half is published. */
export interface SigningKey {
  readonly kid: string;
  readonly alg: TokenAlgorithm;
  readonly privateKey: CryptoKey;
  readonly publicJwk: PublicJwk;
}

/** A public key as it stands in a key set (RFC 7517). */
export interface PublicJwk {
  readonly kty: "RSA" | "EC";
  readonly kid: string;
  readonly alg: TokenAlgorithm;
  readonly use: "sig";
  readonly n?: string;
  readonly e?: string;
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
}

/** A fresh key; its `kid` is taken from the thumbprint of RFC 7638. `bits` counts for RSA only. */
export async function generateSigningKey(
  alg: TokenAlgorithm = "RS256",
  bits: number = minModulusBits,
): Promise<SigningKey> {
  const pair = await generateKeyPair(alg, { modulusLength: bits, extractable: true });
  const jwk = await exportJWK(pair.publicKey);
  const kid = (await calculateJwkThumbprint(jwk)).slice(0, 16);
  return { kid, alg, privateKey: pair.privateKey, publicJwk: publicJwk(jwk, kid, alg) };
}

/** The public half, ready for a key set. */
export function toJwk(key: SigningKey): PublicJwk {
  return key.publicJwk;
}

/** The body of a key endpoint: the JWK set of `keys`. */
export function encodeKeySet(keys: readonly SigningKey[]): string {
  return JSON.stringify({ keys: keys.map(toJwk) });
}

/** The private key as JSON text, for storing the state of a provider under test. A secret. */
export async function exportSigningKey(key: SigningKey): Promise<string> {
  return JSON.stringify({ ...(await exportJWK(key.privateKey)), kid: key.kid, alg: key.alg });
}

/** @throws TokenError `key-set-malformed` for anything that `exportSigningKey` did not write. */
export async function importSigningKey(json: string): Promise<SigningKey> {
  try {
    const { kid, alg, ...jwk } = JSON.parse(json) as JWK;
    if (typeof kid !== "string" || !isTokenAlgorithm(alg)) throw new TypeError("no kid or no usable alg");
    const privateKey = await importJWK({ ...jwk, alg }, alg, { extractable: true });
    if (privateKey instanceof Uint8Array || privateKey.type !== "private") throw new TypeError("no private key");
    return { kid, alg, privateKey, publicJwk: publicJwk(jwk, kid, alg) };
  } catch (thrown) {
    throw new TokenError("key-set-malformed", "Read signing key: found no private JWK, wanted one with kid and alg", {
      cause: thrown,
    });
  }
}

/** Names the public members one by one, so that no private one can slip through. */
function publicJwk(jwk: JWK, kid: string, alg: TokenAlgorithm): PublicJwk {
  const common = { kty: keyTypeOf(alg), kid, alg, use: "sig" } as const;
  const { n, e, crv, x, y } = jwk;
  if (n !== undefined && e !== undefined) return { ...common, n, e };
  if (crv !== undefined && x !== undefined && y !== undefined) return { ...common, crv, x, y };
  throw new TypeError("neither an RSA nor an EC key");
}
