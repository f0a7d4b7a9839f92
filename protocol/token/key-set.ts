import type { CryptoKey } from "jose";
import { importJWK } from "jose/key/import";
import { isRecord } from "../../core/is-record.js";
import { keyProblem, type KeyProblem, type PublicJwk, type TokenAlgorithm, validateKey } from "./jwk.js";
import { TokenError } from "./errors.js";

/** Sets are small; a verifier that fetches them from strangers has to stop somewhere. */
export const maxKeySetBytes = 64 * 1024;
export const maxKeys = 32;

/** The verification keys of one signer. */
export interface KeySet {
  /** Keys without a fatal problem. `alg` and `use` may be missing in them. */
  readonly keys: readonly VerificationJwk[];
  /** What `validateKeySet` says, fatal for single keys or not fatal. */
  readonly problems: readonly KeyProblem[];
}

export type VerificationJwk = Omit<PublicJwk, "alg" | "use"> & Partial<Pick<PublicJwk, "alg" | "use">>;

/**
 * Reads a JWK set and keeps the keys that can be used; what is wrong with the others is listed.
 *
 * @throws TokenError `key-set-malformed` when there is no set at all: not JSON, no `keys`, too large, too many.
 */
export function parseKeySet(json: string): KeySet {
  const problems = validateKeySet(json);
  const hopeless = problems.find(({ fatal, index }) => fatal && index === undefined);
  if (hopeless !== undefined) throw new TokenError("key-set-malformed", hopeless.message);
  const bad = new Set(problems.filter(({ fatal }) => fatal).map(({ index }) => index));
  // Every key that stays has just been validated to have this shape.
  const keys = members(json)?.filter((_, index) => !bad.has(index)) as VerificationJwk[];
  return { keys, problems };
}

/**
 * Validates the body of a key endpoint as a JWK set of RSA or P-256 verification keys (RFC 7517, interop facts 19 and 20).
 * Never throws. The order is that of the set; problems of the set come first.
 */
export function validateKeySet(json: string): KeyProblem[] {
  const size = Buffer.byteLength(json);
  if (size > maxKeySetBytes)
    return [setProblem("key-set-too-large", true, `${size} bytes`, `at most ${maxKeySetBytes}`)];
  const keys = members(json);
  if (keys === undefined) return [setProblem("not-a-key-set", true, "no list named keys", "a JSON object with keys")];
  if (keys.length > maxKeys) return [setProblem("too-many-keys", true, `${keys.length}`, `at most ${maxKeys}`)];
  const empty = keys.length === 0 ? [setProblem("no-keys", false, "an empty set", "a key")] : [];
  return [...empty, ...keys.flatMap(validateKey), ...uniquenessProblems(keys)];
}

/** The keys with this id. Several may share it if their type, algorithm or use differs (RFC 7517 section 4.5). */
export function keysNamed(set: KeySet, kid: string): readonly VerificationJwk[] {
  return set.keys.filter((key) => key.kid === kid);
}

const imported = new WeakMap<VerificationJwk, Map<TokenAlgorithm, Promise<CryptoKey>>>();

/** The key in the form that verification wants, made once per key and algorithm. Rejects when it is no key after all. */
export function verificationKey(jwk: VerificationJwk, algorithm: TokenAlgorithm): Promise<CryptoKey> {
  const known = imported.get(jwk) ?? new Map<TokenAlgorithm, Promise<CryptoKey>>();
  imported.set(jwk, known);
  const key = known.get(algorithm) ?? importPublic(jwk, algorithm);
  known.set(algorithm, key);
  return key;
}

async function importPublic({ kty, n, e, crv, x, y }: VerificationJwk, algorithm: TokenAlgorithm): Promise<CryptoKey> {
  // A leaked private member must not turn the key into a private one.
  const jwk = kty === "RSA" ? { kty, n: n ?? "", e: e ?? "" } : { kty, crv: crv ?? "", x: x ?? "", y: y ?? "" };
  const key = await importJWK(jwk, algorithm);
  if (key instanceof Uint8Array) throw new TypeError("Import key: found a symmetric key, wanted a public one");
  return key;
}

function members(json: string): unknown[] | undefined {
  try {
    const set: unknown = JSON.parse(json);
    const keys = isRecord(set) ? set["keys"] : undefined;
    return Array.isArray(keys) ? keys : undefined;
  } catch {
    return undefined;
  }
}

/** Of keys with the same name a verifier takes the first or refuses all; either way one of them is useless. */
function uniquenessProblems(keys: readonly unknown[]): KeyProblem[] {
  const seen = new Set<unknown>();
  return keys.flatMap((key, index) => {
    const kid = isRecord(key) ? key["kid"] : undefined;
    if (typeof kid !== "string") return [];
    if (!seen.has(kid)) {
      seen.add(kid);
      return [];
    }
    return [keyProblem("repeated-key-id", index, false, `kid "${kid.slice(0, 40)}" again`, "a unique kid")];
  });
}

function setProblem(code: KeyProblem["code"], fatal: boolean, found: string, wanted: string): KeyProblem {
  return { code, fatal, message: `Validate key set: found ${found}, wanted ${wanted}` };
}
