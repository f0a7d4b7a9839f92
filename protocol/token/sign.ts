import { SignJWT } from "jose/jwt/sign";
import { toBase64Url, utf8 } from "../../core/bytes.js";
import type { JsonObject } from "./inspect.js";
import type { SigningKey } from "./signing-key.js";

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
