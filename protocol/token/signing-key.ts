// By parts: the whole package is twice as many files, which counts at every start.
import type { CryptoKey, JWK } from "jose";
import { calculateJwkThumbprint } from "jose/jwk/thumbprint";
import { exportJWK } from "jose/key/export";
import { generateKeyPair } from "jose/key/generate/keypair";
import { keyTypeOf, minModulusBits, type TokenAlgorithm } from "./algorithms.js";

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

/** A fresh key; its `kid` is taken from the thumbprint of RFC 7638. */
export async function generateSigningKey(alg: TokenAlgorithm = "RS256"): Promise<SigningKey> {
  const pair = await generateKeyPair(alg, { modulusLength: minModulusBits, extractable: true });
  const jwk = await exportJWK(pair.publicKey);
  const kid = (await calculateJwkThumbprint(jwk)).slice(0, 16);
  return { kid, alg, privateKey: pair.privateKey, publicJwk: publicJwk(jwk, kid, alg) };
}

/** The body of a key endpoint: the JWK set of `keys`. */
export function encodeKeySet(keys: readonly SigningKey[]): string {
  return JSON.stringify({ keys: keys.map(({ publicJwk }) => publicJwk) });
}

/** The private key as JSON text, for storing the state of a provider under test. A secret. */
export async function exportSigningKey(key: SigningKey): Promise<string> {
  return JSON.stringify({ ...(await exportJWK(key.privateKey)), kid: key.kid, alg: key.alg });
}

/** Names the public members one by one, so that no private one can slip through. */
function publicJwk(jwk: JWK, kid: string, alg: TokenAlgorithm): PublicJwk {
  const common = { kty: keyTypeOf(alg), kid, alg, use: "sig" } as const;
  const { n, e, crv, x, y } = jwk;
  if (n !== undefined && e !== undefined) return { ...common, n, e };
  if (crv !== undefined && x !== undefined && y !== undefined) return { ...common, crv, x, y };
  throw new TypeError("neither an RSA nor an EC key");
}
