import { describe, expect, test } from "@jest/globals";
import { toHex } from "../../../core/bytes.js";
import { node } from "../node.js";
import { encodeNode } from "./encode.js";

/** The bytes of one attribute value; two-digit numbers are dictionary words, so the users here are longer. */
function valueHex(value: string, options = {}): string {
  const bytes = encodeNode(node("message", { participant: value }), options);
  return toHex(bytes).replace(/^f8031305/, "");
}

describe("attribute values", () => {
  test.each([
    ["", "fc00"],
    ["text", "38"],
    ["body", "ed75"],
    ["123", "ff82123f"],
    ["1-2.", "ff021a2b"],
    ["ABC", "fb82abcf"],
    ["hello", "fc0568656c6c6f"],
    ["é", "fc02c3a9"],
    ["491@s.whatsapp.net", "faff82491f03"],
    ["491:2@s.whatsapp.net", "f70002ff82491f"],
    ["4915:2@lid", "f70102ff024915"],
    ["4915:2@hosted", "f78002ff024915"],
    ["4915:2@hosted.lid", "f78102ff024915"],
    ["4915@msgr", "f6ff0249150000cc"],
    ["4915:258@msgr", "f6ff0249150102cc"],
    ["12-3456@interop", "f5ff0234560000000cfc07696e7465726f70"],
    ["12-3456:2@interop", "f5ff0234560002000cfc07696e7465726f70"],
    ["3456@interop", "faff023456fc07696e7465726f70"],
    ["4915.3:2@s.whatsapp.net", "f70002ff034915b3"],
  ])("%j", (value, hex) => {
    expect(valueHex(value)).toBe(hex);
  });

  test("the short interop form ends after the integrator", () => {
    expect(valueHex("12-3456:2@interop", { interopJid: "short" })).toBe("f5ff0234560002000c");
  });

  test.each(["4915:0@lid", "4915:300@lid", "4915:2@c.us", "3456:2@interop", "@lid", "1@example.org", "a@b@lid"])(
    "%j has no address form that gives it back, so it stays text",
    (value) => {
      expect(valueHex(value)).toBe(
        `fc${value.length.toString(16).padStart(2, "0")}${Buffer.from(value).toString("hex")}`,
      );
    },
  );
});

test("a bare server in to, from or jid is an address without a user, elsewhere a word", () => {
  expect(toHex(encodeNode(node("iq", { to: "s.whatsapp.net" })))).toBe("f8031911fa0003");
  expect(toHex(encodeNode(node("iq", { from: "g.us" })))).toBe("f8031906fa001c");
  expect(valueHex("s.whatsapp.net")).toBe("03");
});

test("text is packed up to 127 characters", () => {
  expect(valueHex("1".repeat(127))).toMatch(/^ffc0/);
  expect(valueHex("1".repeat(128))).toMatch(/^fc80/);
});

test("content takes the narrowest length", () => {
  const head = (length: number) => toHex(encodeNode(node("enc", {}, new Uint8Array(length))).subarray(0, 8));
  expect(head(255)).toMatch(/^f8021dfcff/);
  expect(head(256)).toMatch(/^f8021dfd000100/);
  expect(head(2 ** 20)).toMatch(/^f8021dfe00100000/);
});

test("lists take the narrowest size, and an empty one is no content", () => {
  const children = (count: number) => encodeNode(node("list", {}, Array(count).fill(node("key"))));
  expect(toHex(children(0))).toMatch(/^f801/);
  expect(toHex(children(255).subarray(3, 5))).toBe("f8ff");
  expect(toHex(children(256).subarray(3, 6))).toBe("f90100");
});

test("results do not share memory that a later call overwrites", () => {
  const first = encodeNode(node("a", {}, "one"));
  const before = toHex(first);
  encodeNode(node("b", {}, "two"));
  // A failure leaves the beginning of a stanza behind, a large one outgrows what is left of the room.
  expect(() => encodeNode(node("a", {}, [node("b"), node("")]))).toThrow();
  encodeNode(node("b", {}, new Uint8Array(100_000)));
  for (let count = 0; count < 100; count += 1) encodeNode(node("b", {}, new Uint8Array(1000)));
  expect(toHex(first)).toBe(before);
});

test("what has no binary form is refused", () => {
  let chain = node("a");
  for (let depth = 0; depth < 5000; depth += 1) chain = node("a", {}, [chain]);
  const code = (subject: Parameters<typeof encodeNode>[0]) => {
    try {
      return encodeNode(subject);
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };
  expect(code(node(""))).toBe("not-encodable");
  expect(code(node("a", { b: "\ud800" }))).toBe("not-encodable");
  expect(code(node("a", {}, Array(65536).fill(node("b"))))).toBe("not-encodable");
  expect(code(chain)).toBe("too-deep");
  expect(encodeNode(node("a"))).toBeInstanceOf(Uint8Array);
});
