import { createHash } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { sampleToken } from "../testing/sample-run.js";
import { type Canary, findCanaries, findSecrets } from "./canaries.js";
import { tokenSignatures } from "./tokens.js";
import { redact, redactValue } from "./redact.js";

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
    const outputs = new Map([
      ["plain", `x ${canary} y`],
      ["json", JSON.stringify({ canary })],
      ["url", `?c=${encodeURIComponent(canary)}`],
      ["hex", bytes.toString("hex")],
      ["base64", bytes.toString("base64")],
      ["base64 of more", Buffer.from(`{"key":"${canary}"}`).toString("base64")],
      ["base64url of more", Buffer.from(`x${canary}yz`).toString("base64url")],
      ["broken hex", bytes.toString("hex").replace(/.{7}/g, "$&\n")],
      ["clean", "nothing"],
    ]);
    expect(findCanaries(outputs, [named(canary)]).map(({ output }) => output)).toEqual(
      [...outputs.keys()].filter((name) => name !== "clean"),
    );
    expect(() => findCanaries(outputs, [named("short")])).toThrow(RangeError);
  });

  it("are the signatures of the tokens that a run has seen", () => {
    const signature = sampleToken.split(".")[2] ?? "";
    expect(tokenSignatures(`a=${sampleToken}&b=1.2.3`)).toEqual([signature]);
    expect(tokenSignatures("www.example.com/a.b.c 1.2.3")).toEqual([]);
    expect(findCanaries(new Map([["leaky", `…${signature}`]]), tokenSignatures(sampleToken).map(named))).toHaveLength(
      1,
    );
  });

  it("need not be known when they look like secrets", () => {
    const outputs = new Map([
      ["leaky", `<p>${sampleToken}</p>`],
      ["clean", `<p>${mark}</p>`],
    ]);
    expect(findSecrets(outputs)).toEqual([{ output: "leaky", canary: 'what looks like a secret, "eyJh…"' }]);
  });
});
