import { fromBase64Url } from "../../core/bytes.js";
import { isRecord } from "../../core/is-record.js";
import { excerpt } from "../../core/json.js";
import type { JsonObject } from "./inspect.js";

/**
 * Algorithms that a profile may allow. RS256 is the one of Meta's published samples (interop facts 20 and 23). There is
 * no symmetric one and no "none": a verifier that knows only public keys must never meet them.
 */
const tokenAlgorithms = ["RS256", "RS384", "RS512", "PS256", "ES256"] as const;

export type TokenAlgorithm = (typeof tokenAlgorithms)[number];

export function isTokenAlgorithm(name: unknown): name is TokenAlgorithm {
  return tokenAlgorithms.some((algorithm) => algorithm === name);
}

/** The JWK key type that an algorithm works with. */
export function keyTypeOf(algorithm: TokenAlgorithm): "RSA" | "EC" {
  return algorithm === "ES256" ? "EC" : "RSA";
}

/** RFC 7518 section 3.3. */
export const minModulusBits = 2048;

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

export const keyProblemCodes = [
  "key-set-too-large",
  "not-a-key-set",
  "no-keys",
  "too-many-keys",
  "not-a-key",
  "unsupported-key-type",
  "private-member",
  "missing-key-id",
  "repeated-key-id",
  "missing-algorithm",
  "wrong-algorithm",
  "missing-use",
  "wrong-use",
  "malformed-modulus",
  "small-modulus",
  "malformed-exponent",
  "malformed-point",
] as const;

export type KeyProblemCode = (typeof keyProblemCodes)[number];

export interface KeyProblem {
  readonly code: KeyProblemCode;
  /** Position in the set; absent when the set as a whole is meant. */
  readonly index?: number;
  /** True when the key, or the set, cannot be used at all. */
  readonly fatal: boolean;
  readonly message: string;
}

/** Everything wrong with one member of `keys` of a JWK set, regardless of the others. */
export function validateKey(key: unknown, index: number): KeyProblem[] {
  if (!isRecord(key)) return [keyProblem("not-a-key", index, true, "no object", "a JWK")];
  return [...materialProblems(key, index), ...secrecyProblems(key, index), ...labelProblems(key, index)];
}

export function keyProblem(
  code: KeyProblemCode,
  index: number,
  fatal: boolean,
  found: string,
  wanted: string,
): KeyProblem {
  return { code, index, fatal, message: `Validate key ${index}: found ${found}, wanted ${wanted}` };
}

function materialProblems(jwk: JsonObject, index: number): KeyProblem[] {
  switch (jwk["kty"]) {
    case "RSA":
      return rsaProblems(jwk, index);
    case "EC":
      return pointProblems(jwk, index);
    default:
      return [keyProblem("unsupported-key-type", index, true, `kty ${quoted(jwk["kty"])}`, "RSA or EC")];
  }
}

function rsaProblems(jwk: JsonObject, index: number): KeyProblem[] {
  const problems: KeyProblem[] = [];
  const modulus = positiveInteger(jwk["n"]);
  if (modulus === undefined) {
    problems.push(keyProblem("malformed-modulus", index, true, `n ${quoted(jwk["n"])}`, "base64url, no leading zero"));
  } else if (bitLength(modulus) < minModulusBits) {
    problems.push(keyProblem("small-modulus", index, true, `${bitLength(modulus)} bits`, `at least ${minModulusBits}`));
  }
  const exponent = positiveInteger(jwk["e"]);
  const odd = ((exponent?.at(-1) ?? 0) & 1) === 1;
  if (exponent === undefined || !odd || (exponent.length === 1 && exponent[0] === 1)) {
    problems.push(keyProblem("malformed-exponent", index, true, `e ${quoted(jwk["e"])}`, "an odd number above 1"));
  }
  return problems;
}

function pointProblems(jwk: JsonObject, index: number): KeyProblem[] {
  const sizes = [jwk["x"], jwk["y"]].map((member) => bytesOf(member)?.length);
  if (jwk["crv"] === "P-256" && sizes.every((size) => size === 32)) return [];
  const found = `crv ${quoted(jwk["crv"])} with ${sizes.map((size) => size ?? "no").join(" and ")} bytes`;
  return [keyProblem("malformed-point", index, true, found, "P-256 with 32 and 32 bytes")];
}

/** A key endpoint that gives its private key away is worse than none; the key itself still verifies. */
function secrecyProblems(jwk: JsonObject, index: number): KeyProblem[] {
  const leaked = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"].filter((name) => name in jwk);
  if (leaked.length === 0) return [];
  return [keyProblem("private-member", index, false, leaked.join(", "), "public members only")];
}

function labelProblems(jwk: JsonObject, index: number): KeyProblem[] {
  const problems: KeyProblem[] = [];
  const { kid, alg, use, kty } = jwk as Partial<Record<"kid" | "alg" | "use" | "kty", unknown>>;
  if (typeof kid !== "string" || kid === "") {
    problems.push(keyProblem("missing-key-id", index, true, `kid ${quoted(kid)}`, "a text that tokens can name"));
  }
  if (alg === undefined) problems.push(keyProblem("missing-algorithm", index, false, "no alg", "the algorithm"));
  else if (!isTokenAlgorithm(alg) || keyTypeOf(alg) !== kty) {
    problems.push(keyProblem("wrong-algorithm", index, true, `alg ${quoted(alg)}`, "one that fits the key type"));
  }
  if (use === undefined) problems.push(keyProblem("missing-use", index, false, "no use", "sig"));
  else if (use !== "sig") problems.push(keyProblem("wrong-use", index, true, `use ${quoted(use)}`, "sig"));
  return problems;
}

function bytesOf(member: unknown): Uint8Array | undefined {
  return typeof member === "string" ? fromBase64Url(member) : undefined;
}

/** Base64urlUInt of RFC 7518 section 2: big-endian in the fewest bytes. */
function positiveInteger(member: unknown): Uint8Array | undefined {
  const bytes = bytesOf(member);
  return bytes === undefined || bytes.length === 0 || bytes[0] === 0 ? undefined : bytes;
}

function bitLength(bytes: Uint8Array): number {
  return bytes.length * 8 - Math.clz32(bytes[0] ?? 0) + 24;
}

function quoted(value: unknown): string {
  return excerpt(value) ?? "missing";
}
