import { describe, expect, test } from "@jest/globals";
import { fromHex } from "../../../core/bytes.js";
import { stanzaLimits } from "../limits.js";
import { node } from "../node.js";
import { decodeNode } from "./decode.js";
import type { DecodeOptions } from "./decode.js";
import { encodeNode } from "./encode.js";

function errorCode(hex: string, options?: DecodeOptions): string | undefined {
  try {
    decodeNode(fromHex(hex), options);
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

describe("notes", () => {
  test.each([
    ["f8031311f5ff01340002000cfc07696e7465726f70", "12-34:2@interop", "interop-jid-long"],
    ["f8031311f5ff01340002000cfe00000007696e7465726f70", "12-34:2@interop", "interop-jid-long"],
    ["f8031311f5ff01340002000c", "12-34:2@interop", "interop-jid-short"],
    ["f8031311f5ff013400000000", "34@interop", "interop-jid-short"],
    ["f8031311faff0312a345fc07696e7465726f70", "12-345@interop", "interop-jid-as-pair"],
    ["f8031311fa0003", "s.whatsapp.net", "server-as-jid"],
    ["f803131103", "s.whatsapp.net", "server-as-text"],
    ["f8031311fc0531406c6964", "1@lid", "jid-as-text"],
    ["f8031311f70000ff0149", "49@s.whatsapp.net", "device-zero"],
    ["f8031311f70702ff0149", "49.7:2@s.whatsapp.net", "unknown-domain-type"],
    ["f8031311f6ff0149000203", "49:2@s.whatsapp.net", "fb-jid-server"],
    ["f8031311fc0474657874", "text", "word-as-text"],
    ["f8031311fb0112", "12", "packed-not-canonical"],
    ["f8031311ff821020", "102", "packed-not-canonical"],
    [`f8031311ff40${"11".repeat(64)}`, "1".repeat(128), "packed-too-long"],
    ["f803131100", "", "empty-text-as-list"],
    ["f8031311fd0000026869", "hi", "length-not-shortest"],
    ["f900031311fc026869", "hi", "length-not-shortest"],
  ])("%s reads as %j", (hex, value, kind) => {
    const { node: decoded, notes } = decodeNode(fromHex(hex));
    expect(decoded).toEqual(node("message", { to: value }));
    expect(notes.map((note) => note.kind)).toEqual([kind]);
  });

  test("carry the path", () => {
    const { notes } = decodeNode(fromHex("f80213f801f8041d04fc0474657874fc00"));
    expect(notes).toEqual([{ kind: "word-as-text", path: "message/enc@type" }]);
  });

  test("an empty content list is no content", () => {
    expect(decodeNode(fromHex("f8021300"))).toEqual({
      node: node("message"),
      notes: [{ kind: "empty-list", path: "message" }],
    });
  });

  test("are bounded in length and number, or long tags would be written out thousands of times", () => {
    const tag = "t".repeat(100_000);
    // Each child is a list of one in the wider form.
    const children = Array.from({ length: 2000 }, () => [0xf9, 0, 1, 4]).flat();
    const bytes = Buffer.concat([
      Buffer.from([0xf8, 2, 19, 0xf8, 1, 0xf8, 2, 0xfd, 1, 0x86, 0xa0]),
      Buffer.from(tag),
      Buffer.from([0xf9, 2000 >> 8, 2000 & 255, ...children]),
    ]);
    const { notes } = decodeNode(bytes);
    expect(notes).toHaveLength(1024);
    expect(notes.at(-1)).toEqual({ kind: "length-not-shortest", path: `message/${"t".repeat(40)}` });
  });

  test("an ordinary stanza has none", () => {
    expect(decodeNode(encodeNode(node("message", { to: "1@lid", id: "3EB0AA" }, [node("enc")]))).notes).toEqual([]);
  });
});

describe("the interop form", () => {
  const long = "f8051311f5ff01340002000cfc07696e7465726f700438";
  const short = "f8051311f5ff01340002000c0438";

  test("is found out, or demanded", () => {
    const expected = node("message", { to: "12-34:2@interop", type: "text" });
    for (const hex of [long, short]) expect(decodeNode(fromHex(hex)).node).toEqual(expected);
    expect(decodeNode(fromHex(long), { interopJid: "long" }).node).toEqual(expected);
    expect(decodeNode(fromHex(short), { interopJid: "short" }).node).toEqual(expected);
    expect(errorCode(short, { interopJid: "long" })).toBe("bad-jid");
    // The wrong reading takes the server name for the next attribute and loses its place.
    expect(errorCode(long, { interopJid: "short" })).toBe("trailing-bytes");
  });
});

describe("malformed input", () => {
  test.each([
    ["", "truncated"],
    ["00", "bad-list"],
    ["f800", "bad-list"],
    ["13", "bad-list"],
    ["f8", "truncated"],
    ["f801", "truncated"],
    ["f801fc00", "bad-string"],
    ["f80113ff", "trailing-bytes"],
    ["f8031311", "truncated"],
    ["f80100", "bad-string"],
    ["f8031311f7000000", "bad-jid"],
    ["f8031311fa0300", "bad-jid"],
    ["f8031311f0", "bad-token"],
    ["f801fa0003", "bad-token"],
    ["f8031311f801", "bad-token"],
    ["f8051311381138", "duplicate-attribute"],
    ["f8031311ff01c1", "bad-packed-string"],
    ["f8031311ff01f1", "bad-packed-string"],
    ["f8031311ff80", "bad-packed-string"],
    ["f8031311fc01ff", "bad-string"],
    ["f8031311fc03eda080", "bad-string"],
    ["f8031311fc02c080", "bad-string"],
    ["f8031311fefffffffe", "truncated"],
    ["f80213f9ffff", "truncated"],
    ["f8031311faff0149fc00", "bad-jid"],
    ["f8031311f70002fc00", "bad-jid"],
    ["f8ff13", "too-many-attributes"],
  ])("%s is %s", (hex, code) => {
    expect(errorCode(hex)).toBe(code);
  });

  test("a depth bomb stops at the limit", () => {
    expect(errorCode("f80213f801".repeat(100_000))).toBe("too-deep");
  });

  test("limits are the caller's", () => {
    const bytes = encodeNode(node("list", { a: "1", b: "2" }, [node("key", {}, [node("id")]), node("key")]));
    const hex = Buffer.from(bytes).toString("hex");
    expect(
      errorCode(hex, { limits: stanzaLimits({ maxDepth: 3, maxNodes: 4, maxAttrs: 2, maxBytes: bytes.length }) }),
    ).toBeUndefined();
    expect(errorCode(hex, { limits: stanzaLimits({ maxDepth: 2 }) })).toBe("too-deep");
    expect(errorCode(hex, { limits: stanzaLimits({ maxNodes: 3 }) })).toBe("too-many-nodes");
    expect(errorCode(hex, { limits: stanzaLimits({ maxAttrs: 1 }) })).toBe("too-many-attributes");
    expect(errorCode(hex, { limits: stanzaLimits({ maxBytes: bytes.length - 1 }) })).toBe("too-large");
  });

  test("every truncation of a stanza is refused", () => {
    const bytes = encodeNode(node("message", { to: "12-34@interop", id: "3EB0AB" }, [node("enc", { v: "2" }, "abc")]));
    for (let length = 0; length < bytes.length; length += 1) {
      expect(errorCode(Buffer.from(bytes.subarray(0, length)).toString("hex"))).toBe("truncated");
    }
  });
});

test("an attribute called __proto__ is only an attribute", () => {
  const bytes = encodeNode(node("a", Object.fromEntries([["__proto__", "x"]])));
  const { attrs } = decodeNode(bytes).node;
  expect(Object.entries(attrs)).toEqual([["__proto__", "x"]]);
  expect(Object.getPrototypeOf(attrs)).toBe(Object.prototype);
});

test("the tokens of the published sample decode, and its wrong last length is caught (interop fact 43)", () => {
  // The published bytes name these tokens; addresses, id and texts here are invented. `body` is 237, 117.
  const start = "f80c1311faff82491f0306faff82492f0308fc03616263043818fc034d6178";
  const sample = (length: string) =>
    `${start}f801f802ed75fc${length}${Buffer.from("twenty-one characters").toString("hex")}`;
  expect(decodeNode(fromHex(sample("15"))).node.tag).toBe("message");
  expect(errorCode(sample("0e"))).toBe("trailing-bytes");
});
