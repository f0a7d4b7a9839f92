import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { concat, utf8 } from "../../core/bytes.js";
import { allocateFrame, encodeFrame, FrameReader, maxFrameLength } from "./framing.js";

/** Cuts `stream` at the given places, in order and within its length. */
function cut(stream: Uint8Array, places: readonly number[]): Uint8Array[] {
  const at = [0, ...places.map((place) => place % (stream.length + 1)).toSorted((a, b) => a - b), stream.length];
  return at.slice(1).map((end, index) => stream.subarray(at[index], end));
}

test("a frame is a 3-byte big-endian length and the body", () => {
  expect(encodeFrame(utf8("ab"))).toEqual(Uint8Array.of(0, 0, 2, 0x61, 0x62));
  expect(encodeFrame(new Uint8Array(0x010203)).subarray(0, 3)).toEqual(Uint8Array.of(1, 2, 3));
});

test("a frame can be filled in place", () => {
  const { frame, body } = allocateFrame(2);
  body.set(utf8("ab"));
  expect(frame).toEqual(encodeFrame(utf8("ab")));
});

test("2^24 bytes do not fit", () => {
  expect(() => allocateFrame(maxFrameLength + 1)).toThrow(expect.objectContaining({ code: "frame-too-large" }));
});

describe("reader", () => {
  test("finds the same frames however the stream is cut", () => {
    const bodies = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 });
    fc.assert(
      fc.property(bodies, fc.array(fc.nat(), { maxLength: 20 }), (sent, places) => {
        const reader = new FrameReader();
        const stream = concat(...sent.map(encodeFrame));
        const received = cut(stream, places).flatMap((chunk) => reader.push(chunk));
        expect(received.map((body) => Uint8Array.from(body))).toEqual(sent);
        expect(reader.pending).toBe(0);
      }),
    );
  });

  test("hands on frames with an empty body", () => {
    expect(new FrameReader().push(Uint8Array.of(0, 0, 0, 0, 0, 0))).toEqual([new Uint8Array(0), new Uint8Array(0)]);
  });

  test("takes large frames in single bytes in linear time", () => {
    const body = new Uint8Array(200_000).fill(7);
    const reader = new FrameReader();
    const received = Array.from(encodeFrame(body), (byte) => reader.push(Uint8Array.of(byte))).flat();
    expect(received).toEqual([body]);
  });

  test("says what is unfinished", () => {
    const reader = new FrameReader();
    reader.push(encodeFrame(utf8("abc")).subarray(0, 5));
    expect(reader.pending).toBe(5);
  });

  test("refuses a frame above the limit at its length, and stays refused", () => {
    const reader = new FrameReader({ maxFrame: 10 });
    expect(reader.push(encodeFrame(new Uint8Array(10)))).toHaveLength(1);
    const tooLarge = expect.objectContaining({ code: "frame-too-large" });
    expect(() => reader.push(Uint8Array.of(0, 0, 11))).toThrow(tooLarge);
    expect(() => reader.push(new Uint8Array(0))).toThrow(tooLarge);
  });
});
