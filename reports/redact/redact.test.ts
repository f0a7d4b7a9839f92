import { createHash } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { sampleInput, sampleToken } from "../testing/sample-run.js";
import { type Canary, findCanaries } from "./canaries.js";
import { redact, redactInput, redactValue } from "./redact.js";

const mark = `<token sha256:${createHash("sha256").update(sampleToken).digest("hex")}>`;
const pem = "-----BEGIN RSA PRIVATE KEY-----\nMIIEvQIBADANBg\n-----END RSA PRIVATE KEY-----";

describe("redact", () => {
  it.each([
    ["alone", sampleToken, mark],
    ["in a query", `/ws?token=${sampleToken}&x=1`, `/ws?token=${mark}&x=1`],
    ["with a name before it", `x.y-${sampleToken}`, `x.y-${mark}`],
    ["without signature", `${sampleToken.split(".").slice(0, 2).join(".")}.`, expect.stringMatching(/^<token sha256:/)],
    ["as a bearer credential", `Bearer ${sampleToken}`, `Bearer ${mark}`],
    ["opaque bearer", "authorization: Bearer abcdefghijklmnopqrstuvwxyz", "authorization: Bearer <redacted>"],
  ])("takes tokens out: %s", (_name, text, safe) => {
    expect(redact(text)).toEqual(safe);
  });

  it("takes private keys out", () => {
    expect(redact(`a ${pem} b`)).toBe("a <redacted RSA PRIVATE KEY> b");
    expect(redact(pem.slice(0, 50))).toBe("<redacted RSA PRIVATE KEY>");
    expect(redact('{"kty":"RSA","d" : "c2VjcmV0c2VjcmV0"}')).toBe('{"kty":"RSA","d" : "<redacted>"}');
    expect(redactValue({ key: { kty: "OKP", x: "pub", d: "priv" } })).toEqual({
      key: { kty: "OKP", x: "pub", d: "<redacted>" },
    });
  });

  it("keeps what only resembles a secret", () => {
    for (const text of [
      "Bearer token expected",
      "1.2.3",
      "www.example.com/a.b.c",
      "m2-channel/token-fresh",
      '{"d":"x"}',
    ]) {
      expect(redact(text)).toBe(text);
    }
  });

  it("hides credentials in headers by their name", () => {
    expect(redactValue({ Authorization: "Basic Zm9vOmJhcg==", cookie: "id=1", host: "h" })).toEqual({
      Authorization: "Basic <redacted>",
      cookie: "<redacted>",
      host: "h",
    });
  });

  it("has nothing left to do the second time", () => {
    const secret = fc.constantFrom(
      sampleToken,
      pem,
      `Bearer ${"a".repeat(30)}`,
      '"kty":1,"d":"c2VjcmV0c2Vj"',
      ".",
      "e",
      '"',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(secret, fc.string())), (parts) => {
        const once = redact(parts.join(""));
        expect(redact(once)).toBe(once);
      }),
    );
  });

  it.each<readonly [string, () => string]>([
    ["letters", () => "a".repeat(2 ** 23)],
    ["beginnings of tokens", () => "ey".repeat(2 ** 22)],
    ["headers without a token", () => "eyJ.".repeat(2 ** 21)],
    ["dots", () => ".".repeat(2 ** 23)],
    ["a credential", () => `Bearer ${"a".repeat(2 ** 23)}`],
    ["a member of a key", () => `"kty":"","d":"${"a".repeat(2 ** 23)}`],
    ["beginnings of keys", () => "-----BEGIN ".repeat(2 ** 19)],
    ["a key without end", () => `-----BEGIN PRIVATE KEY-----${"a".repeat(2 ** 23)}`],
    ["members without values", () => '"kty"\\"d'.repeat(2 ** 19)],
    ["levels", () => `${"[".repeat(2 ** 20)}"kty","d":"c2VjcmV0c2VjcmV0"`],
  ])("reads 8 MiB without a break: %s", (_name, text) => {
    const once = redact(text());
    expect(redact(once) === once).toBe(true);
  });

  it("says what it took out", () => {
    const taken = new Set<string>();
    redactValue(
      [
        `a=${sampleToken}&b=1.2.3`,
        pem,
        "Bearer abcdefghijklmnopqrstuvwxyz",
        { kty: "OKP", x: "pub", d: "cHJpdmF0ZQ" },
        { authorization: "Basic Zm9vOmJhcg==" },
        "www.example.com/a.b.c 1.2.3",
      ],
      taken,
    );
    expect([...taken].filter((value) => value !== "")).toEqual([
      sampleToken.split(".")[2],
      "MIIEvQIBADANBg",
      "abcdefghijklmnopqrstuvwxyz",
      "cHJpdmF0ZQ",
      "Zm9vOmJhcg==",
    ]);
  });
});

describe("what belongs to a key", () => {
  const set = { keys: [{ kty: "RSA", n: "cHVibGljIG1vZHVsdXM", d: "c2VjcmV0IGV4cG9uZW50" }] };
  const beside = {
    q: "queue-0042",
    k: "searchterm12",
    keys: [{ kty: "RSA", n: "cHVibGljIG1vZHVsdXM", d: "<redacted>" }],
  };

  it("is separated from its neighbours in a value", () => {
    expect(redactValue({ ...beside, ...set })).toEqual(beside);
  });

  it.each([
    ["JSON", (text: string) => text],
    ["JSON within JSON", (text: string) => JSON.stringify({ body: text })],
    ["JSON twice within JSON", (text: string) => JSON.stringify([JSON.stringify({ body: text })])],
  ])("is separated from its neighbours in a text: %s", (_name, wrap) => {
    expect(redact(wrap(JSON.stringify({ ...beside, ...set })))).toBe(wrap(JSON.stringify(beside)));
  });

  it.each([
    ["that is given twice", '{"kty":"RSA","d":"Zmlyc3Qgc2VjcmV0","d":"c2Vjb25kIHNlY3JldA"}'],
    ["that a harmless member is equal to", '{"d":"Zmlyc3Qgc2VjcmV0","keys":[{"kty":"RSA","d":"Zmlyc3Qgc2VjcmV0"}]}'],
    ["in text that is no JSON", 'found {"kty":"RSA","d":"Zmlyc3Qgc2VjcmV0"'],
    ["behind braces in a text", '{"kty":"RSA","kid":"}{","d":"Zmlyc3Qgc2VjcmV0"}'],
  ])("is taken out where there is doubt: a member %s", (_name, text) => {
    expect(redact(text)).not.toMatch(/Zmlyc3Q|c2Vjb25k/);
  });
});

describe("redactInput", () => {
  it("leaves no secret in any value or name, and returns what holds none as it is", () => {
    const safe = redactInput(sampleInput);
    expect(JSON.stringify(safe)).not.toMatch(/c2VjcmV0LWV4cG9uZW50|MIIEvQIB|opaque-credential/);
    expect(JSON.stringify(safe)).not.toContain(sampleToken);
    expect(redactValue({ [sampleToken]: 1 })).toEqual({ [mark]: 1 });
    const again = redactInput(safe);
    expect([again.result, again.entries, again.profile]).toEqual([safe.result, safe.entries, safe.profile]);
    expect(again.result).toBe(safe.result);
    expect(again.profile).toBe(safe.profile);
  });
});

const named = (value: string | Uint8Array): Canary => ({ name: "the canary", value });

describe("canaries", () => {
  it("are keys too, wherever in something longer they lie", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.uint8Array(), fc.uint8Array(), (key, a, b) => {
        const whole = Buffer.concat([a, key, b]);
        for (const text of [whole.toString("hex"), whole.toString("base64"), whole.toString("base64url")]) {
          expect(findCanaries(new Map([["output", `x${text}`]]), [named(key)])).toHaveLength(1);
        }
        expect(findCanaries(new Map([["output", whole.toString("base64").slice(0, 40)]]), [named(key)])).toEqual([]);
      }),
    );
  });

  it("may be many", () => {
    const canaries = Array.from({ length: 2000 }, (_, index) =>
      named(createHash("sha256").update(`${index}`).digest()),
    );
    const text = "abcdefghijklmnopqrstuvwxyz".repeat(2e3);
    expect(findCanaries(new Map([["output", text]]), canaries)).toEqual([]);
  });

  it("are found in every form in which they could be written", () => {
    const canary = 'se"cret<canary>';
    const bytes = Buffer.from(canary);
    const outputs = new Map<string, string | Uint8Array>([
      ["plain", `x ${canary} y`],
      ["json", JSON.stringify({ canary })],
      ["url", `?c=${encodeURIComponent(canary)}`],
      ["hex", bytes.toString("hex")],
      ["base64", bytes.toString("base64")],
      ["base64 of more", Buffer.from(`{"key":"${canary}"}`).toString("base64")],
      ["base64url of more", Buffer.from(`x${canary}yz`).toString("base64url")],
      ["broken hex", bytes.toString("hex").replace(/.{7}/g, "$&\n")],
      ["bytes", Buffer.from(`… ${canary}`)],
      ["clean", "nothing"],
    ]);
    expect(findCanaries(outputs, [named(canary)]).map(({ output }) => output)).toEqual(
      [...outputs.keys()].filter((name) => name !== "clean"),
    );
    expect(() => findCanaries(outputs, [named("short")])).toThrow(RangeError);
  });
});
