import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { fromHex } from "../../core/bytes.js";
import { decodeEnlistment } from "./decode.js";
import { encodeEnlistment, type EnlistmentFields } from "./request.js";
import { encodeReply, parseReply } from "./reply.js";

interface Vector extends Omit<EnlistmentFields, "authKey" | "identityKey" | "signedPreKey"> {
  body: string;
  authKey: string;
  identityKey: string;
  signedPreKey: { id: number; publicKey: string; signature: string };
}

const vector = JSON.parse(
  readFileSync(new URL("../../fixtures/enlistment/python.json", import.meta.url), "utf8"),
) as Vector;

const fields: EnlistmentFields = {
  authKey: fromHex(vector.authKey),
  identityKey: fromHex(vector.identityKey),
  registrationId: vector.registrationId,
  signedPreKey: {
    id: vector.signedPreKey.id,
    publicKey: fromHex(vector.signedPreKey.publicKey),
    signature: fromHex(vector.signedPreKey.signature),
  },
  token: vector.token,
};

function edited(edit: (form: URLSearchParams) => void): string {
  const form = new URLSearchParams(vector.body);
  edit(form);
  return form.toString();
}

describe("a faultless request", () => {
  test("is what Python makes of the same values, and reads back", () => {
    expect(encodeEnlistment(fields)).toBe(vector.body);
    expect(decodeEnlistment(vector.body)).toEqual({ fields, problems: [] });
  });

  test("round trip", () => {
    const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
    const signature = fc.uint8Array({ minLength: 64, maxLength: 64 });
    const signedPreKey = fc.record({ id: fc.integer({ min: 1, max: 0xff_ffff }), publicKey: key, signature });
    const any = fc.record({
      authKey: key,
      identityKey: key,
      registrationId: fc.integer({ min: 1, max: 0xffff_ffff }),
      signedPreKey,
      token: fc.base64String({ minLength: 4, maxLength: 200 }),
    });
    fc.assert(
      fc.property(any, (wanted) =>
        expect(decodeEnlistment(encodeEnlistment(wanted))).toEqual({ fields: wanted, problems: [] }),
      ),
    );
  });

  test("cannot be made from values of the wrong size", () => {
    const unencodable = expect.objectContaining({ code: "enlistment-unencodable" });
    expect(() => encodeEnlistment({ ...fields, authKey: new Uint8Array(33) })).toThrow(unencodable);
    expect(() => encodeEnlistment({ ...fields, registrationId: 2 ** 32 })).toThrow(unencodable);
  });
});

describe("problems", () => {
  test.each<[string, (form: URLSearchParams) => void, string[], boolean]>([
    ["missing", (form) => form.delete("e_skey_sig"), ["missing e_skey_sig"], false],
    ["empty", (form) => form.set("token", ""), ["missing token"], false],
    ["repeated", (form) => form.append("authkey", "x"), ["repeated authkey"], true],
    ["unknown", (form) => form.append("version", "1"), ["unknown-argument version"], true],
    ["padded", (form) => form.set("e_keytype", "BQ=="), ["padded-base64 e_keytype"], true],
    ["standard alphabet", (form) => form.set("e_regid", "+/+/AA"), ["not-base64url e_regid"], false],
    ["with type byte", (form) => form.set("e_ident", "B".repeat(44)), ["wrong-size e_ident"], false],
    ["one byte too many", (form) => form.set("e_skey_id", "AAAAAQ"), ["wrong-size e_skey_id"], false],
    ["key type 6", (form) => form.set("e_keytype", "Bg"), ["wrong-key-type e_keytype"], true],
    [
      "zero ids",
      (form) => (form.set("e_regid", "AAAAAA"), form.set("e_skey_id", "AAAA")),
      ["zero-id e_skey_id", "zero-id e_regid"],
      true,
    ],
    ["large token", (form) => form.set("token", "x".repeat(4097)), ["token-too-large token"], false],
  ])("%s", (_, edit, expected, readable) => {
    const decoded = decodeEnlistment(edited(edit));
    expect(decoded.problems.map(({ code, argument }) => `${code} ${argument}`)).toEqual(expected);
    expect(decoded.fields !== undefined).toBe(readable);
  });

  test("say what was found and what was wanted", () => {
    const { problems } = decodeEnlistment(edited((form) => form.set("e_skey_sig", "AAAA")));
    expect(problems[0]?.message).toBe("Read enlistment e_skey_sig: found 3 bytes, wanted 64");
  });

  test("an empty and an endless body", () => {
    expect(decodeEnlistment("").problems.map(({ code }) => code)).toEqual(Array.from({ length: 8 }, () => "missing"));
    expect(decodeEnlistment("a".repeat(20_000)).problems.map(({ code }) => code)).toEqual(["body-too-large"]);
  });

  test("no body makes decoding throw", () => {
    fc.assert(fc.property(fc.string(), (body) => void decodeEnlistment(body)));
    fc.assert(fc.property(fc.webQueryParameters(), (body) => void decodeEnlistment(body)));
  });
});

describe("replies", () => {
  test("the two published forms", () => {
    const ok = { status: "ok", login: "1-10853634039893@interop" } as const;
    const fail = { status: "fail", reason: "bad_integrator" } as const;
    expect(JSON.parse(encodeReply(ok))).toEqual(ok);
    expect(JSON.parse(encodeReply(fail))).toEqual(fail);
    expect(parseReply(encodeReply(ok))).toEqual(ok);
    expect(parseReply('{"reason":"bad_integrator","status":"fail","more":1}')).toEqual(fail);
  });

  test.each([
    "",
    "OK",
    "null",
    "[]",
    "{}",
    '{"login":"1-2@interop"}',
    '{"status":"ok"}',
    '{"status":"ok","login":""}',
    '{"status":"fail"}',
    '{"status":"OK","login":"x"}',
    '{"status":{},"login":"x"}',
    `{"status":${"[".repeat(8000)}${"]".repeat(8000)}}`,
  ])("%.40j is neither", (json) => {
    expect(() => parseReply(json)).toThrow(expect.objectContaining({ code: "enlistment-reply-malformed" }));
  });
});
