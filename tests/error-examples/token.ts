import type { TokenErrorCode } from "../../protocol/token/errors.js";
import { inspectToken } from "../../protocol/token/inspect.js";
import { parseKeySet } from "../../protocol/token/key-set.js";
import { assembleToken, encodeKeySet, generateSigningKey, signToken } from "../../protocol/token/sign.js";
import { type VerifyTokenRules, verifyToken } from "../../protocol/token/verify.js";
import { example, type Examples } from "./example.js";

const key = { ...(await generateSigningKey("ES256")), kid: "k1" };
const known = parseKeySet(encodeKeySet([{ ...key, publicJwk: { ...key.publicJwk, kid: "k1" } }]));
const claims = { iss: "provider", aud: "meta", iat: 900, exp: 2000 };
const rules: VerifyTokenRules = { algorithms: ["ES256"], nowSeconds: 1000, clockSkewSeconds: 10, maxBytes: 4096 };

/** A token that is sound but for `wrong`, as somebody reads it who holds it to `stricter`. */
async function verified(wrong: object, stricter: Partial<VerifyTokenRules> = {}, kid = "k1"): Promise<unknown> {
  const token = await signToken({ claims: { ...claims, ...wrong }, header: { kid }, key });
  return verifyToken(token, known, { ...rules, ...stricter });
}

export const token: Examples<TokenErrorCode> = {
  "token-too-large": example("A token carries a long list of claims", () => verified({ scope: "x".repeat(5000) })),
  "token-malformed": example("Two parts come where three belong", () => inspectToken("eyJhbGciOiJub25lIn0.e30")),
  "critical-header": example("A token wants an extension to be understood", () =>
    verifyToken(assembleToken({ alg: "ES256", kid: "k1", crit: ["exp-x"] }, claims, new Uint8Array(64)), known, rules),
  ),
  "algorithm-not-allowed": example("A token is not signed at all", () =>
    verifyToken(assembleToken({ alg: "none", kid: "k1" }, claims, new Uint8Array(0)), known, rules),
  ),
  "unknown-key-id": example("A token names a key that is not published", () => verified({}, {}, "k2")),
  "bad-signature": example("The signature is that of something else", () =>
    verifyToken(assembleToken({ alg: "ES256", kid: "k1" }, claims, new Uint8Array(64)), known, rules),
  ),
  "missing-claim": example("A token never ends", () => verified({ exp: undefined })),
  expired: example("A token ended ten minutes ago", () => verified({ exp: 400 })),
  "not-yet-valid": example("The time of issue is in milliseconds", () => verified({ iat: 900_000 })),
  "wrong-issuer": example("The issuer has a slash more", () => verified({ iss: "provider/" }, { issuer: "provider" })),
  "wrong-audience": example("The token is for somebody else", () => verified({ aud: "push" }, { audience: "meta" })),
  "key-set-malformed": example("A key endpoint answers with one key in place of a set", () =>
    parseKeySet('{"kty":"RSA","n":"AQAB","e":"AQAB"}'),
  ),
};
