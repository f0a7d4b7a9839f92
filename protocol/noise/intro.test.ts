import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { concat, fromHex, uintToBytes, utf8 } from "../../core/bytes.js";
import { NoiseError } from "./errors.js";
import { header, type Intro, IntroReader } from "./intro.js";

const wanted = header({ magic: 6, dictionaryVersion: 3 });
/** All that a client sends before its first frame. */
const intro = (routing?: Uint8Array) =>
  routing === undefined ? wanted : concat(fromHex("45440001"), uintToBytes(routing.length, 3), routing, wanted);
const badHeader = expect.objectContaining({ code: "bad-header" });

test("the bytes of the ordinary client", () => {
  expect(wanted).toEqual(fromHex("57410603"));
  const routed = fromHex("45440001000002787957410603");
  expect(new IntroReader({ header: wanted }).push(routed)).toMatchObject({ header: wanted, routing: utf8("xy") });
});

describe("reader", () => {
  test("finds header, routing and rest however the bytes are cut", () => {
    const routing = fc.option(fc.uint8Array({ maxLength: 40 }), { nil: undefined });
    fc.assert(
      fc.property(routing, fc.integer({ min: 1, max: 20 }), (blob, size) => {
        const stream = concat(intro(blob), utf8("rest"));
        const reader = new IntroReader({ header: wanted });
        let found: Intro | undefined;
        let at = 0;
        while (found === undefined && at < stream.length) {
          found = reader.push(stream.subarray(at, at + size));
          at += size;
        }
        const { rest = new Uint8Array(0), ...parts } = found ?? {};
        expect(parts).toEqual(blob === undefined ? { header: wanted } : { header: wanted, routing: blob });
        expect(concat(rest, stream.subarray(at))).toEqual(utf8("rest"));
      }),
    );
  });

  test.each([
    ["another protocol", utf8("GET /")],
    ["one wrong byte", Uint8Array.of(0x58)],
    ["another dictionary", header({ magic: 6, dictionaryVersion: 2 })],
    ["a broken routing mark", fromHex("45440101")],
    ["a wrong header after routing", fromHex("454400010000017857420603")],
    ["too long a routing blob", fromHex("45440001000401")],
  ])("refuses %s as soon as it shows", (_, bytes) => {
    expect(() => new IntroReader({ header: wanted }).push(bytes)).toThrow(badHeader);
  });

  test("any bytes end in an answer, in waiting or in a NoiseError", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 12 }), { maxLength: 6 }), (chunks) => {
        const reader = new IntroReader({ header: wanted });
        try {
          for (const chunk of chunks) if (reader.push(chunk) !== undefined) return;
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(NoiseError);
        }
      }),
    );
  });
});
