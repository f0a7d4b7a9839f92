import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { concat, fromHex, utf8 } from "../../core/bytes.js";
import {
  type ClientPayload,
  connectReasons,
  decodeClientPayload,
  encodeClientPayload,
  platforms,
  products,
} from "./client-payload.js";
import { NoiseError } from "./errors.js";
import { decodeExpected, decodeHandshake, encodeHandshake, messageKinds } from "./messages.js";

const malformed = expect.objectContaining({ code: "malformed-handshake" });
/** Field 99, length-delimited. */
const unknownField = fromHex("9a060378797a");

describe("handshake messages", () => {
  test("have the field numbers of the ordinary client", () => {
    const fields = { ephemeral: utf8("e"), static: utf8("s"), payload: utf8("p") };
    const bytes = (kind: (typeof messageKinds)[number]) => encodeHandshake({ kind, fields });
    expect(bytes("clientHello")).toEqual(fromHex("12090a01651201731a0170"));
    expect(bytes("serverHello")).toEqual(fromHex("1a090a01651201731a0170"));
    const finish = encodeHandshake({ kind: "clientFinish", fields: { static: utf8("s"), payload: utf8("p") } });
    expect(finish).toEqual(fromHex("22060a0173120170"));
  });

  test("survive a round trip", () => {
    const bytes = fc.uint8Array({ maxLength: 60 });
    const fields = fc.record({ static: bytes, payload: bytes }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.constantFrom(...messageKinds), fields, (kind, parts) => {
        expect(decodeHandshake(encodeHandshake({ kind, fields: parts }))).toEqual({ kind, fields: parts });
      }),
    );
  });

  test("may hold unknown fields", () => {
    const hello = encodeHandshake({ kind: "clientHello", fields: { ephemeral: utf8("e") } });
    const inner = concat(hello.subarray(2), unknownField);
    const bytes = concat(Uint8Array.of(0x12, inner.length), inner, unknownField);
    expect(decodeExpected(bytes, "clientHello")).toEqual({ ephemeral: utf8("e") });
  });

  test.each([
    ["nothing", new Uint8Array(0)],
    ["two messages", fromHex("12001a00")],
    ["a truncated message", fromHex("12090a0165")],
    ["another wire type", fromHex("1001")],
    ["too many bytes", new Uint8Array(2 ** 17 + 1)],
  ])("with %s are refused", (_, bytes) => {
    expect(() => decodeHandshake(bytes)).toThrow(malformed);
  });

  test("of another kind than the one due are refused", () => {
    const bytes = encodeHandshake({ kind: "clientFinish", fields: {} });
    expect(() => decodeExpected(bytes, "clientHello")).toThrow(malformed);
  });
});

describe("ClientPayload", () => {
  const payload: ClientPayload = {
    username: 490123456789,
    passive: false,
    userAgent: {
      platform: platforms.test,
      appVersion: { primary: 2, secondary: 3000, tertiary: 1 },
      osVersion: "0.1",
      localeLanguage: "en",
      localeCountry: "US",
    },
    pushName: "Zoë",
    sessionId: -5,
    connectReason: connectReasons.userActivated,
    device: 0,
    devicePairingData: { eRegid: fromHex("00000001"), eKeytype: fromHex("05") },
    product: products.interop,
    pull: true,
    paddingBytes: new Uint8Array(3),
    interopData: { accountId: 2 ** 53 - 1, token: utf8("a.b.c"), enableReadReceipts: true },
  };

  test("survives a round trip, with absent fields absent", () => {
    expect(decodeClientPayload(encodeClientPayload(payload))).toStrictEqual(payload);
    expect(decodeClientPayload(new Uint8Array(0))).toStrictEqual({});
  });

  test("has the published field numbers for product and interopData", () => {
    const bytes = encodeClientPayload({
      product: products.interop,
      interopData: { accountId: 1, token: utf8("t"), enableReadReceipts: true },
    });
    expect(bytes).toEqual(fromHex("a00102b2020708011201741801"));
  });

  test("may hold unknown fields", () => {
    expect(decodeClientPayload(concat(unknownField, encodeClientPayload(payload)))).toStrictEqual(payload);
  });

  test.each([
    ["bytes cut off", fromHex("3a05")],
    ["text that is not UTF-8", fromHex("3a01ff")],
    ["an account above 2^53 - 1", fromHex("08ffffffffffffffff7f")],
    ["too many bytes", new Uint8Array(2 ** 16 + 1)],
  ])("with %s is refused", (_, bytes) => {
    expect(() => decodeClientPayload(bytes)).toThrow(expect.objectContaining({ code: "malformed-payload" }));
  });
});

test.each([
  ["decodeHandshake", (bytes: Uint8Array) => decodeHandshake(bytes)],
  ["decodeClientPayload", (bytes: Uint8Array) => decodeClientPayload(bytes)],
])("%s throws nothing but NoiseError", (_, decode) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      try {
        decode(bytes);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(NoiseError);
      }
    }),
  );
});
