import { webcrypto } from "node:crypto";
import { toHex } from "../../core/bytes.js";
import { inspectToken, type JsonObject } from "../../protocol/token/inspect.js";
import { assembleToken, encodeKeySet, signToken } from "../../protocol/token/sign.js";
import { publishedRsaKey } from "./rsa-key.js";
import type { VectorFile } from "./vector-file.js";

const issuedAt = 1_767_225_600;

/** A provider's token with the claims of the profile `whatsapp`, and the token of a push. */
export async function tokenVectors(): Promise<VectorFile> {
  const { kty, n, e } = publishedRsaKey;
  const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const privateKey = await webcrypto.subtle.importKey("jwk", { ...publishedRsaKey }, algorithm, false, ["sign"]);
  const publicJwk = { kty, n, e, kid: "vector-key", alg: "RS256", use: "sig" } as const;
  const key = { kid: "vector-key", alg: "RS256", privateKey, publicJwk } as const;
  const signed = async (name: string, claims: JsonObject): Promise<object> => {
    const token = await signToken({ claims, key });
    const { header, signatureBytes } = inspectToken(token);
    const signingInput = token.slice(0, token.lastIndexOf("."));
    return { name, header, claims, signingInput, signature: toHex(signatureBytes), token };
  };
  const claims = {
    iss: "conformance",
    sub: "alice@example.org",
    aud: "whatsapp-interop",
    iat: issuedAt,
    exp: issuedAt + 3600,
    interop_version: "1",
  };
  return {
    name: "tokens",
    about: "Tokens by a published RSA key, and the key set that belongs to them.",
    cases: [
      { name: "key set", privateKey: publishedRsaKey, body: JSON.parse(encodeKeySet([key])) as object },
      await signed("provider's token", claims),
      await signed("push token", {
        iss: "WHATSAPP",
        aud: "https://provider.example",
        iat: issuedAt,
        exp: issuedAt + 3600,
      }),
      {
        name: 'refused: algorithm "none"',
        token: assembleToken({ alg: "none", typ: "JWT" }, claims, new Uint8Array(0)),
        refused: true,
      },
    ],
  };
}
