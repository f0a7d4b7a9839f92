import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { encodeContent } from "./encode.js";
import { unwrapContent } from "./envelope.js";

const text = encodeContent({ type: "text", text: "inside" });

/** Field `number` with `bytes`, short enough for a length of one byte. */
function field(number: number, bytes: Uint8Array): Uint8Array {
  const tag = number * 8 + 2;
  return Uint8Array.of(...(tag < 128 ? [tag] : [(tag % 128) + 128, tag >> 7]), bytes.length, ...bytes);
}

const wrapped = (bytes: Uint8Array, number = 40): Uint8Array => field(number, field(1, bytes));

describe("unwrapContent", () => {
  test.each([37, 40, 53, 55])("takes a message out of field %d", (number) => {
    expect(unwrapContent(wrapped(text, number))).toEqual(text);
  });

  test("takes wrappers out of wrappers, up to four, and passes over what goes along with them", () => {
    expect(unwrapContent(wrapped(wrapped(text)))).toEqual(text);
    expect(unwrapContent(Uint8Array.of(...field(35, Uint8Array.of()), ...wrapped(text)))).toEqual(text);
    const five = [1, 2, 3, 4, 5].reduce((inner) => wrapped(inner), text);
    expect(unwrapContent(five)).toEqual(wrapped(text));
  });

  test("leaves everything else as it is", () => {
    const both = Uint8Array.of(...text, ...wrapped(text));
    for (const bytes of [
      text,
      both,
      wrapped(text, 41),
      field(40, Uint8Array.of(0xff)),
      field(40, text.subarray(0, 1)),
    ]) {
      expect(unwrapContent(bytes)).toEqual(bytes);
    }
    fc.assert(fc.property(fc.uint8Array(), (bytes) => unwrapContent(bytes).length <= bytes.length));
  });
});
