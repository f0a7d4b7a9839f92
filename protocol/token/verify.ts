import { compactVerify } from "jose/jws/compact/verify";
import { excerpt } from "../../core/json.js";
import { TokenError } from "./errors.js";
import { inspectToken, type JsonObject } from "./inspect.js";
import { isTokenAlgorithm, keyTypeOf, type TokenAlgorithm } from "./jwk.js";
import { findKey, type KeySet, type VerificationJwk, verificationKey } from "./key-set.js";

export interface VerifyTokenRules extends ClaimRules {
  readonly algorithms: readonly TokenAlgorithm[];
  /** Of the compact form. */
  readonly maxBytes: number;
}

export interface VerifiedToken {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  readonly kid: string;
  readonly algorithm: TokenAlgorithm;
}

/**
 * Verifies a token with the keys of its signer. Checks in this order and throws the first failure: size, form,
 * algorithm, key id, signature, then the claims.
 *
 * The algorithm must be allowed by the rules *and* fit the key, so that neither "none" nor a signature made with the
 * public key as an HMAC secret gets through (RFC 8725 sections 2.1 and 3.1).
 *
 * @throws TokenError
 */
export async function verifyToken(token: string, keySet: KeySet, rules: VerifyTokenRules): Promise<VerifiedToken> {
  const size = Buffer.byteLength(token);
  if (size > rules.maxBytes) throw refusal("token-too-large", `${size} bytes`, `at most ${rules.maxBytes}`);
  const { header, claims } = inspectToken(token);
  const algorithm = allowedAlgorithm(header, rules.algorithms);
  const key = namedKey(header, keySet);
  if (keyTypeOf(algorithm) !== key.kty || (key.alg !== undefined && key.alg !== algorithm)) {
    throw refusal("algorithm-not-allowed", `${algorithm} for key "${key.kid}"`, key.alg ?? `one for ${key.kty}`);
  }
  await checkSignature(token, key, algorithm);
  validateClaims(claims, rules);
  return { header, claims, kid: key.kid, algorithm };
}

function allowedAlgorithm(header: JsonObject, allowed: readonly TokenAlgorithm[]): TokenAlgorithm {
  const algorithm = header["alg"];
  if (isTokenAlgorithm(algorithm) && allowed.includes(algorithm)) return algorithm;
  const found = excerpt(algorithm) ?? "no alg";
  throw refusal("algorithm-not-allowed", found, allowed.join(" or "));
}

function namedKey(header: JsonObject, keySet: KeySet): VerificationJwk {
  const kid = header["kid"];
  const key = typeof kid === "string" ? findKey(keySet, kid) : undefined;
  if (key !== undefined) return key;
  const wanted = keySet.keys.map((known) => `"${known.kid}"`).join(" or ") || "a key in the set";
  throw refusal("unknown-key-id", typeof kid === "string" ? `"${kid.slice(0, 40)}"` : "no kid", wanted);
}

/** Checks the signature alone. @throws TokenError `bad-signature`. */
export async function checkSignature(token: string, key: VerificationJwk, algorithm: TokenAlgorithm): Promise<void> {
  try {
    await compactVerify(token, await verificationKey(key, algorithm), { algorithms: [algorithm] });
  } catch (thrown) {
    throw refusal("bad-signature", "one that does not verify", `one by key "${key.kid}"`, thrown);
  }
}

function refusal(code: TokenError["code"], found: string, wanted: string, cause?: unknown): TokenError {
  return new TokenError(code, `Verify token: found ${found}, wanted ${wanted}`, { cause });
}

export interface ClaimRules {
  /** Unix seconds. */
  readonly nowSeconds: number;
  /** Tolerance at every time limit. */
  readonly clockSkewSeconds: number;
  /** Exact `iss`, when given. */
  readonly issuer?: string;
  /** Must be `aud` or among it, when given. */
  readonly audience?: string;
}

/**
 * Validates the registered claims of RFC 7519 section 4.1. `exp` is always required. A token issued in the future counts
 * as not yet valid.
 *
 * @throws TokenError `missing-claim`, `expired`, `not-yet-valid`, `wrong-issuer`, `wrong-audience`.
 */
export function validateClaims(claims: JsonObject, rules: ClaimRules): void {
  validateTimes(claims, rules);
  const { issuer, audience } = rules;
  if (issuer !== undefined && claims["iss"] !== issuer) {
    throw claimRefusal(
      claims["iss"] === undefined ? "missing-claim" : "wrong-issuer",
      `iss ${shown(claims["iss"])}`,
      issuer,
    );
  }
  if (audience !== undefined && !audiences(claims).includes(audience)) {
    const missing = claims["aud"] === undefined;
    throw claimRefusal(missing ? "missing-claim" : "wrong-audience", `aud ${shown(claims["aud"])}`, audience);
  }
}

function validateTimes(claims: JsonObject, { nowSeconds, clockSkewSeconds }: ClaimRules): void {
  const expires = time(claims, "exp");
  if (expires === undefined) throw claimRefusal("missing-claim", "no exp", "unix seconds");
  if (expires + clockSkewSeconds <= nowSeconds) throw claimRefusal("expired", `exp ${expires}`, `after ${nowSeconds}`);
  for (const name of ["nbf", "iat"]) {
    const start = time(claims, name);
    if (start !== undefined && start - clockSkewSeconds > nowSeconds) {
      throw claimRefusal("not-yet-valid", `${name} ${start}`, `at most ${nowSeconds}`);
    }
  }
}

function time(claims: JsonObject, name: string): number | undefined {
  const value = claims[name];
  if (value === undefined || (typeof value === "number" && Number.isFinite(value))) return value;
  throw claimRefusal("token-malformed", `${name} ${shown(value)}`, "unix seconds as a number");
}

function audiences(claims: JsonObject): readonly unknown[] {
  const audience = claims["aud"];
  return Array.isArray(audience) ? audience : [audience];
}

function shown(value: unknown): string {
  return excerpt(value, 80) ?? "missing";
}

function claimRefusal(code: TokenError["code"], found: string, wanted: string): TokenError {
  return new TokenError(code, `Verify token claims: found ${found}, wanted ${wanted}`);
}
