import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { calculateJwkThumbprint } from "jose";
import { toBase64Url } from "../../core/bytes.js";
import { keysNamed, maxKeys, parseKeySet, validateKeySet } from "./key-set.js";
import { encodeKeySet, generateSigningKey } from "./sign.js";
import type { PublicJwk } from "./jwk.js";

let jwk: PublicJwk;

beforeAll(async () => {
  jwk = (await generateSigningKey()).publicJwk;
});

const setOf = (...keys: unknown[]): string => JSON.stringify({ keys });
const codes = (json: string): string[] => validateKeySet(json).map(({ code }) => code);

test("a set of ours is faultless and shows nothing private", async () => {
  const keys = await Promise.all([generateSigningKey("RS256"), generateSigningKey("ES256")]);
  const json = encodeKeySet(keys);
  expect(validateKeySet(json)).toEqual([]);
  expect(parseKeySet(json).keys).toEqual(keys.map((key) => key.publicJwk));
  expect(json).not.toMatch(/"(d|p|q|dp|dq|qi)":/);
});

test("the sample of RFC 7517", async () => {
  const json = readFileSync(new URL("../../fixtures/token/rfc7517.json", import.meta.url), "utf8");
  expect(validateKeySet(json)).toEqual([
    {
      code: "missing-algorithm",
      index: 0,
      fatal: false,
      message: "Validate key 0: found no alg, wanted the algorithm",
    },
    { code: "wrong-use", index: 0, fatal: true, message: 'Validate key 0: found use "enc", wanted sig' },
    { code: "missing-use", index: 1, fatal: false, message: "Validate key 1: found no use, wanted sig" },
  ]);
  const set = parseKeySet(json);
  expect(keysNamed(set, "1")).toEqual([]);
  const [key] = keysNamed(set, "2011-04-29");
  // RFC 7638 section 3.1 prints the thumbprint of this key: a check on the copy.
  expect(key && (await calculateJwkThumbprint(key))).toBe("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
});

describe("problems", () => {
  test.each<[object, string[]]>([
    [{ kty: "oct", k: "AAAA" }, ["unsupported-key-type", "private-member", "wrong-algorithm"]],
    [{ kty: undefined }, ["unsupported-key-type", "wrong-algorithm"]],
    [{ d: "AQAB" }, ["private-member"]],
    [{ kid: undefined }, ["missing-key-id"]],
    [{ kid: "" }, ["missing-key-id"]],
    [{ kid: 7 }, ["missing-key-id"]],
    [{ alg: "HS256" }, ["wrong-algorithm"]],
    [{ alg: "ES256" }, ["wrong-algorithm"]],
    [{ n: undefined }, ["malformed-modulus"]],
    [{ n: "+/==" }, ["malformed-modulus"]],
    [{ n: toBase64Url(new Uint8Array(257).fill(1).fill(0, 0, 1)) }, ["malformed-modulus"]],
    [{ n: toBase64Url(new Uint8Array(128).fill(255)) }, ["small-modulus"]],
    [{ n: toBase64Url(new Uint8Array(256).fill(127)) }, ["small-modulus"]],
    [{ e: "AA" }, ["malformed-exponent"]],
    [{ e: "AQ" }, ["malformed-exponent"]],
    [{ e: "AQAA" }, ["malformed-exponent"]],
    [{ kty: "EC", alg: "ES256", crv: "P-256", x: "AA", y: "AA" }, ["malformed-point"]],
  ])("%j", (change, expected) => {
    expect(codes(setOf({ ...jwk, ...change }))).toEqual(expected);
  });

  test("of the set", () => {
    expect(codes("")).toEqual(["not-a-key-set"]);
    expect(codes("[]")).toEqual(["not-a-key-set"]);
    expect(codes('{"keys":{}}')).toEqual(["not-a-key-set"]);
    expect(codes(setOf())).toEqual(["no-keys"]);
    expect(codes(setOf(null, "key", []))).toEqual(["not-a-key", "not-a-key", "not-a-key"]);
    expect(codes(setOf(jwk, jwk))).toEqual(["repeated-key-id"]);
    expect(codes(setOf(...Array.from({ length: maxKeys + 1 }, () => jwk)))).toEqual(["too-many-keys"]);
    expect(codes(" ".repeat(70_000))).toEqual(["key-set-too-large"]);
  });
});

test("only what is no set at all is thrown; unusable keys are left out", () => {
  expect(() => parseKeySet("nonsense")).toThrow(expect.objectContaining({ code: "key-set-malformed" }));
  const { keys, problems } = parseKeySet(setOf({ ...jwk, kty: "oct" }, jwk));
  expect(keys).toEqual([jwk]);
  expect(problems.map(({ index }) => index)).toContain(0);
});

test("no input makes judging throw", () => {
  const deep = "[".repeat(30_000) + "]".repeat(30_000);
  expect(codes(`{"keys":[{"kty":${deep}}]}`)).toContain("unsupported-key-type");
  fc.assert(fc.property(fc.json(), (json) => void validateKeySet(json)));
  fc.assert(fc.property(fc.array(fc.jsonValue()), (keys) => void validateKeySet(setOf(...keys))));
});
