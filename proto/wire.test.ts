import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { decodeMessage, encodeMessage } from "./codec.js";
import { ProtoError } from "./errors.js";
import { content } from "./gen/content.js";
import { fieldNumberOf, wireFields } from "./wire.js";

const limits = { maxBytes: 1000, maxFields: 5 };
const fields = (...bytes: number[]) => wireFields(Uint8Array.from(bytes), limits);

describe("wire fields", () => {
  test("of each type", () => {
    expect(fields(0x08, 0x96, 0x01)).toEqual([{ number: 1, wireType: 0, value: 150 }]);
    expect(fields(0x12, 2, 7, 8)).toEqual([{ number: 2, wireType: 2, bytes: Uint8Array.of(7, 8) }]);
    expect(fields(0x1d, 1, 0, 0, 0)).toEqual([{ number: 3, wireType: 5, value: 1 }]);
    expect(fields(0x19, 0, 1, 0, 0, 0, 0, 0, 0)).toEqual([{ number: 3, wireType: 1, value: 256 }]);
  });

  test("may have tags, lengths and values in more bytes than they need", () => {
    expect(fields(0x88, 0x00, 1)).toEqual([{ number: 1, wireType: 0, value: 1 }]);
    expect(fields(0x12, 0x80, 0x00)).toEqual([{ number: 2, wireType: 2, bytes: new Uint8Array(0) }]);
    expect(fields(0x08, 0x81, 0x00)).toEqual([{ number: 1, wireType: 0, value: 1 }]);
  });

  test.each([
    [[0x00]],
    [[0x08]],
    [[0x08, 0x80]],
    [[0x12, 5, 1]],
    [[0x0b]],
    [[0x0c]],
    [[0x0f]],
    [Array.from({ length: 11 }, () => 0x80)],
  ])("%j is malformed", (bytes) => {
    expect(() => fields(...bytes)).toThrow(expect.objectContaining({ code: "proto-malformed" }));
  });

  test("are counted", () => {
    expect(() => fields(8, 1, 8, 1, 8, 1, 8, 1, 8, 1, 8, 1)).toThrow(
      expect.objectContaining({ code: "proto-too-large" }),
    );
  });

  test("random bytes throw nothing but ProtoError", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        try {
          wireFields(bytes, limits);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(ProtoError);
        }
      }),
    );
  });
});

describe("codec", () => {
  test("64-bit fields are numbers, absent ones null, and bytes plain", () => {
    const bytes = encodeMessage(content.ImageMessage, { fileLength: 2 ** 40, mediaKeyTimestamp: -1 });
    expect(Buffer.isBuffer(bytes)).toBe(false);
    const { fileLength, mediaKeyTimestamp, height } = decodeMessage(content.ImageMessage, Buffer.from(bytes), 100);
    expect([fileLength, mediaKeyTimestamp, height]).toEqual([2 ** 40, -1, null]);
  });

  test("unknown fields are kept as they came", () => {
    const raw = Uint8Array.of(0xd2, 0x01, 0x01, 0x07);
    const message = decodeMessage(content.Message, raw, 100);
    expect(message.$unknowns?.map(fieldNumberOf)).toEqual([26]);
    expect(encodeMessage(content.Message, message)).toEqual(raw);
  });
});
