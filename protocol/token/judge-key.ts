import { fromBase64Url } from "../../core/bytes.js";
import { excerpt } from "../../core/excerpt.js";
import { isTokenAlgorithm, keyTypeOf, minModulusBits } from "./algorithms.js";
import type { JsonObject } from "./inspect.js";

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

/** Everything wrong with one member of `keys` of a JWK set, judged by itself. */
export function judgeKey(key: unknown, index: number): KeyProblem[] {
  if (typeof key !== "object" || key === null || Array.isArray(key)) {
    return [keyProblem("not-a-key", index, true, "no object", "a JWK")];
  }
  const jwk = key as JsonObject;
  return [...judgeMaterial(jwk, index), ...judgeSecrecy(jwk, index), ...judgeLabels(jwk, index)];
}

export function keyProblem(
  code: KeyProblemCode,
  index: number,
  fatal: boolean,
  found: string,
  wanted: string,
): KeyProblem {
  return { code, index, fatal, message: `Judge key ${index}: found ${found}, wanted ${wanted}` };
}

function judgeMaterial(jwk: JsonObject, index: number): KeyProblem[] {
  switch (jwk["kty"]) {
    case "RSA":
      return judgeRsa(jwk, index);
    case "EC":
      return judgePoint(jwk, index);
    default:
      return [keyProblem("unsupported-key-type", index, true, `kty ${quoted(jwk["kty"])}`, "RSA or EC")];
  }
}

function judgeRsa(jwk: JsonObject, index: number): KeyProblem[] {
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

function judgePoint(jwk: JsonObject, index: number): KeyProblem[] {
  const sizes = [jwk["x"], jwk["y"]].map((member) => bytesOf(member)?.length);
  if (jwk["crv"] === "P-256" && sizes.every((size) => size === 32)) return [];
  const found = `crv ${quoted(jwk["crv"])} with ${sizes.map((size) => size ?? "no").join(" and ")} bytes`;
  return [keyProblem("malformed-point", index, true, found, "P-256 with 32 and 32 bytes")];
}

/** A key endpoint that gives its private key away is worse than none; the key itself still verifies. */
function judgeSecrecy(jwk: JsonObject, index: number): KeyProblem[] {
  const leaked = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"].filter((name) => name in jwk);
  if (leaked.length === 0) return [];
  return [keyProblem("private-member", index, false, leaked.join(", "), "public members only")];
}

function judgeLabels(jwk: JsonObject, index: number): KeyProblem[] {
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
