import type { JsonObject } from "../../protocol/token/inspect.js";
import { signToken } from "../../protocol/token/sign.js";
import { exportSigningKey, generateSigningKey } from "../../protocol/token/signing-key.js";

/** A key that signs tokens, and what is published about it. */
export interface TokenKey {
  readonly kid: string;
  readonly publicJwk: JsonObject;
  /** With the private members. Never leaves an honest provider. */
  privateJwk(): Promise<JsonObject>;
  /** A compact JWS; `header` adds to or replaces the usual members. */
  sign(claims: JsonObject, header?: JsonObject): Promise<string>;
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
