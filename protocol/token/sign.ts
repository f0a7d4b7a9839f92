// By parts: the whole package is twice as many files, which counts at every start.
import type { CryptoKey, JWK } from "jose";
import { calculateJwkThumbprint } from "jose/jwk/thumbprint";
import { SignJWT } from "jose/jwt/sign";
import { exportJWK } from "jose/key/export";
import { generateKeyPair } from "jose/key/generate/keypair";
import { toBase64Url, utf8 } from "../../core/bytes.js";
import type { JsonObject } from "./inspect.js";
import { keyTypeOf, minModulusBits, type PublicJwk, type TokenAlgorithm } from "./jwk.js";

/** A private key with the name under which its public half is published. */
export interface SigningKey {
  readonly kid: string;
  readonly alg: TokenAlgorithm;
  readonly privateKey: CryptoKey;
  readonly publicJwk: PublicJwk;
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
  return JSON.stringify({ keys: keys.map((key) => key.publicJwk) });
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

export interface TokenToSign {
  readonly claims: JsonObject;
  /** Added to, or in place of, `alg`, `kid` and `typ: "JWT"`. An `alg` that does not fit the key is refused. */
  readonly header?: JsonObject;
  readonly key: SigningKey;
}

/** A signed token in compact form. No claim is added: times are the caller's. */
export async function signToken({ claims, header, key }: TokenToSign): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: "JWT", ...header })
    .sign(key.privateKey);
}

/** Puts any three parts together, for tokens that no honest signer makes: `alg: "none"`, a foreign or empty signature. */
export function assembleToken(header: JsonObject, claims: JsonObject, signature: Uint8Array): string {
  const json = (value: JsonObject): string => toBase64Url(utf8(JSON.stringify(value)));
  return `${json(header)}.${json(claims)}.${toBase64Url(signature)}`;
}
