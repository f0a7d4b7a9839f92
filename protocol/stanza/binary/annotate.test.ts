import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { fromHex, toHex } from "../../../core/bytes.js";
import { StanzaError } from "../errors.js";
import { node } from "../node.js";
import { annotateNode } from "./annotate.js";
import { decodeNode } from "./decode.js";
import { encodeNode } from "./encode.js";

const message = node("message", { to: "12-345@interop", id: "3EB0A1", type: "text" }, [
  node("enc", { v: "2", type: "msg" }, Uint8Array.of(1, 2, 3)),
]);

/** The message of the decoder without its beginning, or undefined. */
function refusal(bytes: Uint8Array): string | undefined {
  try {
    decodeNode(bytes);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof StanzaError) return thrown.message.replace(/^Decode a stanza: | at byte \d+/g, "");
    throw thrown;
  }
}

/** That every byte is explained once, and that the decoder refuses the same inputs for the same reason. */
function agrees(bytes: Uint8Array): void {
  const { annotations, problem } = annotateNode(bytes);
  let at = 0;
  for (const each of annotations) {
    expect(each.at).toBe(at);
    at += each.length;
  }
  expect(at).toBe(bytes.length);
  expect(problem?.reason).toBe(refusal(bytes));
}

test("explains every byte of a stanza", () => {
  const bytes = encodeNode(message);
  const lines = annotateNode(bytes).annotations.map(
    ({ at, length, depth, says }) => `${"  ".repeat(depth)}${toHex(bytes.subarray(at, at + length))} ${says}`,
  );
  expect(lines).toEqual([
    "f808 node: a list of 8, that is a tag, 3 attributes, content",
    '  13 tag: "message", word 19',
    '  11 attribute: "to", word 17',
    '    f5 value: interop address "12-345@interop", long form',
    '      ff82345f user: "345", packed digits',
    "      0000 device 0",
    "      000c integrator 12",
    '      fc07696e7465726f70 server: text "interop" (the long form)',
    '  08 attribute: "id", word 8',
    '    fb033eb0a1 value: "3EB0A1", packed hexadecimal',
    '  04 attribute: "type", word 4',
    '    38 value: "text", word 56',
    "  f801 content: a list of 1 node",
    "    f806 node: a list of 6, that is a tag, 2 attributes, content",
    '      1d tag: "enc", word 29',
    '      51 attribute: "v", word 81',
    '        45 value: "2", word 69',
    '      04 attribute: "type", word 4',
    '        4d value: "msg", word 77',
    "      fc03010203 content: 3 bytes",
  ]);
});

test("names the offset at which it stopped", () => {
  expect(annotateNode(fromHex("f80311ec")).problem?.at).toBe(3);
  expect(annotateNode(fromHex("f80111aa")).problem).toEqual({ at: 3, reason: "1 bytes follow its end, none wanted" });
});

test("refuses what the decoder refuses, whatever was changed in a stanza", () => {
  const bytes = encodeNode(message);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length), (place, value, length) => {
      const changed = Uint8Array.from(bytes);
      changed[place] = value;
      agrees(changed);
      agrees(changed.subarray(0, length));
    }),
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), agrees));
});

test("keeps the limits of the decoder", () => {
  const nested = (depth: number): Uint8Array =>
    Uint8Array.from([...Array.from({ length: depth }, () => [0xf8, 2, 19, 0xf8, 1]).flat(), 0xf8, 1, 19]);
  for (const depth of [30, 31, 32, 33]) agrees(nested(depth));
  const attributes = Array.from({ length: 65 }, (_, index) => [`a${index}`, "1"]);
  for (const count of [64, 65]) agrees(encodeNode(node("iq", Object.fromEntries(attributes.slice(0, count)))));
});
