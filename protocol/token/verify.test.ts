import { createHmac, createPrivateKey, generateKeyPairSync, type JsonWebKey, sign as nodeSign } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { toBase64Url, utf8 } from "../../core/bytes.js";
import { checkSignature, validateClaims, verifyToken, type VerifyTokenRules } from "./verify.js";
import { inspectToken } from "./inspect.js";
import { type KeySet, parseKeySet, type VerificationJwk } from "./key-set.js";
import {
  assembleToken,
  encodeKeySet,
  exportSigningKey,
  generateSigningKey,
  type SigningKey,
  signToken,
} from "./sign.js";

const rules: VerifyTokenRules = { algorithms: ["RS256"], nowSeconds: 1000, clockSkewSeconds: 10, maxBytes: 4096 };
const claims = { iss: "https://provider.example", aud: "meta", sub: "ada@provider.example", iat: 900, exp: 2000 };

let key: SigningKey;
let keySet: KeySet;

beforeAll(async () => {
  key = await generateSigningKey();
  keySet = parseKeySet(encodeKeySet([key]));
});

async function codeOf(token: string | Promise<string>, change: Partial<VerifyTokenRules> = {}, set = keySet) {
  const outcome = verifyToken(await token, set, { ...rules, ...change });
  return outcome.then(
    () => "verified",
    (error: { code: string }) => error.code,
  );
}

const signed = (change: object = {}, header: Record<string, unknown> = {}) =>
  signToken({ claims: { ...claims, ...change }, header, key });

describe("signatures", () => {
  const vectors = JSON.parse(
    readFileSync(new URL("../../fixtures/token/rfc7515.json", import.meta.url), "utf8"),
  ) as Record<"RS256" | "ES256", { token: string; key: VerificationJwk }>;

  test.each(["RS256", "ES256"] as const)("RFC 7515, %s", async (algorithm) => {
    const { token, key: jwk } = vectors[algorithm];
    await checkSignature(token, jwk, algorithm);
    const forged = token.replace("eyJpc3Mi", "eyJpc3Nj");
    await expect(checkSignature(forged, jwk, algorithm)).rejects.toMatchObject({ code: "bad-signature" });
  });

  test("a token made with node:crypto verifies", async () => {
    const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const jwk = pair.publicKey.export({ format: "jwk" });
    const set = parseKeySet(JSON.stringify({ keys: [{ ...jwk, kid: "by-hand", alg: "RS256", use: "sig" }] }));
    const body = [{ alg: "RS256", kid: "by-hand" }, claims].map((part) => toBase64Url(utf8(JSON.stringify(part))));
    const signature = nodeSign("sha256", Buffer.from(body.join(".")), pair.privateKey);
    const verified = await verifyToken(`${body.join(".")}.${toBase64Url(signature)}`, set, rules);
    expect(verified).toEqual({ header: { alg: "RS256", kid: "by-hand" }, claims, kid: "by-hand", algorithm: "RS256" });
  });

  test.each(["RS256", "PS256", "ES256"] as const)("%s signs and verifies when allowed", async (algorithm) => {
    const own = await generateSigningKey(algorithm);
    const set = parseKeySet(encodeKeySet([own]));
    const token = await signToken({ claims, key: own });
    expect(await codeOf(token, { algorithms: [algorithm] }, set)).toBe("verified");
    expect(await codeOf(token, { algorithms: ["RS384"] }, set)).toBe("algorithm-not-allowed");
  });

  test("an exported key signs for the same public key", async () => {
    const { kid, alg, ...jwk } = JSON.parse(await exportSigningKey(key)) as JsonWebKey & { kid: string; alg: string };
    expect({ kid, alg }).toEqual({ kid: key.kid, alg: key.alg });
    const body = [{ alg, kid }, claims].map((part) => toBase64Url(utf8(JSON.stringify(part)))).join(".");
    const signature = nodeSign("sha256", Buffer.from(body), createPrivateKey({ key: jwk, format: "jwk" }));
    expect(await codeOf(`${body}.${toBase64Url(signature)}`)).toBe("verified");
  });
});

describe("forgeries", () => {
  test("no signature at all", async () => {
    expect(await codeOf(assembleToken({ alg: "none", kid: key.kid }, claims, new Uint8Array()))).toBe(
      "algorithm-not-allowed",
    );
  });

  test("the public key as an HMAC secret", async () => {
    const unsigned = assembleToken({ alg: "HS256", kid: key.kid }, claims, new Uint8Array());
    const mac = createHmac("sha256", JSON.stringify(key.publicJwk)).update(unsigned.slice(0, -1)).digest();
    expect(await codeOf(unsigned + toBase64Url(mac))).toBe("algorithm-not-allowed");
  });

  test("another algorithm than the key's", async () => {
    const { signatureBytes } = inspectToken(await signed());
    const token = assembleToken({ alg: "ES256", kid: key.kid }, claims, signatureBytes);
    expect(await codeOf(token, { algorithms: ["RS256", "ES256"] })).toBe("algorithm-not-allowed");
  });

  test("changed claims, a foreign key, an unknown key", async () => {
    const { header, signatureBytes } = inspectToken(await signed());
    expect(await codeOf(assembleToken(header, { ...claims, sub: "eve" }, signatureBytes))).toBe("bad-signature");
    const foreign = await generateSigningKey();
    expect(await codeOf(signToken({ claims, key: foreign }))).toBe("unknown-key-id");
    expect(await codeOf(signToken({ claims, key: foreign, header: { kid: key.kid } }))).toBe("bad-signature");
    expect(await codeOf(signed({}, { kid: undefined }))).toBe("unknown-key-id");
  });
});

describe("critical header members", () => {
  test.each([{ crit: ["exp-x"], "exp-x": 1 }, { crit: ["b64"], b64: false }, { crit: [] }, { b64: false }])(
    "%j",
    async (members) => {
      const { header, claims: own, signatureBytes } = inspectToken(await signed());
      expect(await codeOf(assembleToken({ ...header, ...members }, own, signatureBytes))).toBe("critical-header");
    },
  );
});

test("of the keys with one id the one that fits verifies, wherever it stands", async () => {
  const { publicJwk } = await generateSigningKey("ES256");
  const { publicJwk: other } = await generateSigningKey("RS256");
  const { kid } = key;
  const keys = [
    { ...publicJwk, kid },
    { ...other, kid, alg: "RS512" },
    { ...other, kid, use: "enc", alg: "RSA-OAEP" },
    { ...other, kid },
    { kty: "OKP", crv: "Ed25519", x: "AA", kid },
    { kty: "unheard-of", kid },
    { kty: "RSA" },
    key.publicJwk,
  ];
  for (const order of [keys, keys.toReversed()]) {
    expect(await codeOf(signed(), {}, parseKeySet(JSON.stringify({ keys: order })))).toBe("verified");
  }
});

describe("claims", () => {
  const both = { issuer: "https://provider.example", audience: "meta" };

  test.each([
    [{}, "verified"],
    [{ exp: 995 }, "verified"],
    [{ exp: 990 }, "expired"],
    [{ exp: undefined }, "missing-claim"],
    [{ exp: "2000" }, "token-malformed"],
    [{ nbf: 1010 }, "verified"],
    [{ nbf: 1011 }, "not-yet-valid"],
    [{ iat: 1011 }, "not-yet-valid"],
    [{ iss: "https://other.example" }, "wrong-issuer"],
    [{ iss: undefined }, "missing-claim"],
    [{ aud: "other" }, "wrong-audience"],
    [{ aud: ["other", "meta"] }, "verified"],
    [{ aud: undefined }, "missing-claim"],
  ])("%j is %s", async (change, expected) => {
    expect(await codeOf(signed(change), both)).toBe(expected);
  });

  test("of a value nested too deeply to be written out", () => {
    const nested = JSON.parse(`{"exp":${"[".repeat(20_000)}${"]".repeat(20_000)}}`) as Record<string, unknown>;
    expect(() => validateClaims(nested, rules)).toThrow(expect.objectContaining({ code: "token-malformed" }));
  });
});

describe("form", () => {
  test("claims too deep for a trace are none", () => {
    const part = (json: string): string => Buffer.from(json).toString("base64url");
    const deep = part(`{"more":${"[".repeat(10_000)}${"]".repeat(10_000)}}`);
    expect(() => inspectToken(`${part("{}")}.${deep}.`)).toThrow(expect.objectContaining({ code: "token-malformed" }));
  });

  test("size comes first", async () => {
    expect(await codeOf("x".repeat(4097))).toBe("token-too-large");
    expect(await codeOf(signed({ pad: "x".repeat(4096) }))).toBe("token-too-large");
  });

  test.each(["", "a.b", "a.b.c.d", "e30.e30", "e30=.e30.", "bnVsbA.e30.", "W10.e30.", "e30.e30.*", "_w.e30."])(
    "%j is no token",
    async (token) => {
      expect(await codeOf(token)).toBe("token-malformed");
    },
  );
});
