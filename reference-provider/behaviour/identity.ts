import type { KeyPair } from "../../protocol/noise/keys.js";
import type { JsonObject } from "../../protocol/token/inspect.js";
import { exportSigningKey, generateSigningKey, signToken } from "../../protocol/token/sign.js";

/** A key that signs tokens, and what is published about it. */
export interface TokenKey {
  readonly kid: string;
  readonly publicJwk: JsonObject;
  /** With the private members. Never leaves an honest provider. */
  privateJwk(): Promise<JsonObject>;
  /** A compact JWS; `header` adds to or replaces the usual members. */
  sign(claims: JsonObject, header?: JsonObject): Promise<string>;
}

/** All keys that were ever used, the current one last. */
export type TokenKeys = readonly [TokenKey, ...TokenKey[]];

/** What the provider's server says about its users, and with which keys. */
export interface IdentityBehaviour {
  makeKey(): Promise<TokenKey>;
  /** The JSON of the key endpoint. */
  keySet(keys: TokenKeys): Promise<JsonObject>;
  /** The headers of its answer. */
  readonly keySetHeaders: Readonly<Record<string, string>>;
  /** The Noise key of a new user, from a fresh one and that of the user before. */
  authKey(fresh: () => KeyPair, previous: KeyPair | undefined): KeyPair;
  /** The claims of a token, from the ones that it should have. */
  claims(standard: JsonObject): JsonObject;
  sign(claims: JsonObject, keys: TokenKeys): Promise<string>;
}

export const lawfulIdentity: IdentityBehaviour = {
  makeKey: makeTokenKey,
  keySet: async (keys) => ({ keys: keys.map((key) => key.publicJwk) }),
  keySetHeaders: { "content-type": "application/json", "cache-control": "public, max-age=300" },
  authKey: (fresh) => fresh(),
  claims: (standard) => standard,
  sign: (claims, keys) => currentKey(keys).sign(claims),
};

export function currentKey(keys: TokenKeys): TokenKey {
  return keys.at(-1) ?? keys[0];
}

/** RS256 with 2048 bits, the form of Meta's published sample (interop fact 20). */
export async function makeTokenKey(): Promise<TokenKey> {
  const key = await generateSigningKey("RS256");
  return {
    kid: key.kid,
    publicJwk: { ...key.publicJwk },
    privateJwk: async () => ({ ...key.publicJwk, ...(JSON.parse(await exportSigningKey(key)) as JsonObject) }),
    sign: (claims, header) => signToken({ claims, key, ...(header !== undefined && { header }) }),
  };
}
