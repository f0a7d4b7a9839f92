import { compactVerify } from "jose/jws/compact/verify";
import { excerpt } from "../../core/json.js";
import { TokenError } from "./errors.js";
import { inspectToken, type JsonObject } from "./inspect.js";
import { isTokenAlgorithm, keyTypeOf, type TokenAlgorithm } from "./jwk.js";
import { type KeySet, keysNamed, type VerificationJwk, verificationKey } from "./key-set.js";

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
 * Verifies a token with the keys of its signer. Checks in this order and throws the first failure: size, form, critical
 * header members, algorithm, key id, signature, then the claims.
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
  refuseCritical(header);
  const algorithm = allowedAlgorithm(header, rules.algorithms);
  const keys = fittingKeys(namedKeys(header, keySet), algorithm);
  await checkAnySignature(token, keys, algorithm);
  validateClaims(claims, rules);
  return { header, claims, kid: keys[0].kid, algorithm };
}

/**
 * No extension is understood here, so each critical one is refused, an empty list of them too (RFC 7515 section 4.1.11).
 * `b64: false` would make the payload something else than claims (RFC 7797 section 7).
 */
function refuseCritical({ crit, b64 }: JsonObject): void {
  if (crit !== undefined) throw refusal("critical-header", `crit ${shown(crit)}`, "no critical extension");
  if (b64 === false) throw refusal("critical-header", "b64 false", "a payload in base64url");
}

function allowedAlgorithm(header: JsonObject, allowed: readonly TokenAlgorithm[]): TokenAlgorithm {
  const algorithm = header["alg"];
  if (isTokenAlgorithm(algorithm) && allowed.includes(algorithm)) return algorithm;
  const found = excerpt(algorithm) ?? "no alg";
  throw refusal("algorithm-not-allowed", found, allowed.join(" or "));
}

type SomeKeys = readonly [VerificationJwk, ...VerificationJwk[]];

function namedKeys(header: JsonObject, keySet: KeySet): SomeKeys {
  const kid = header["kid"];
  const [first, ...others] = typeof kid === "string" ? keysNamed(keySet, kid) : [];
  if (first !== undefined) return [first, ...others];
  const wanted = keySet.keys.map((known) => `"${known.kid}"`).join(" or ") || "a key in the set";
  const unusable = keySet.problems.find(({ fatal }) => fatal);
  const why = unusable === undefined ? "" : `; the set has a key that cannot be used: ${unusable.message}`;
  throw refusal("unknown-key-id", typeof kid === "string" ? `"${kid.slice(0, 40)}"` : "no kid", `${wanted}${why}`);
}

function fittingKeys(named: SomeKeys, algorithm: TokenAlgorithm): SomeKeys {
  const [fits, ...others] = named.filter(
    ({ kty, alg }) => keyTypeOf(algorithm) === kty && (alg === undefined || alg === algorithm),
  );
  if (fits !== undefined) return [fits, ...others];
  const [{ kid, kty, alg }] = named;
  throw refusal("algorithm-not-allowed", `${algorithm} for key "${kid}"`, alg ?? `one for ${kty}`);
}

async function checkAnySignature(token: string, [key, ...others]: SomeKeys, algorithm: TokenAlgorithm): Promise<void> {
  const [next, ...last] = others;
  try {
    await checkSignature(token, key, algorithm);
  } catch (thrown) {
    if (next === undefined) throw thrown;
    await checkAnySignature(token, [next, ...last], algorithm);
  }
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
