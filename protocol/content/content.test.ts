import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { concat, fromHex, utf8 } from "../../core/bytes.js";
import type { Content, MediaContent } from "./content.js";
import { mediaKinds } from "./content.js";
import { encodeMessage } from "../../proto/codec.js";
import { content as schema } from "../../proto/gen/content.js";
import { decodeContent } from "./decode.js";
import { encodeContent } from "./encode.js";
import { ContentError } from "./errors.js";

interface Vector {
  name: string;
  hex: string;
  content: Record<string, unknown>;
}

const vectors = JSON.parse(
  readFileSync(new URL("../../fixtures/content/python.json", import.meta.url), "utf8"),
) as Vector[];

function withBytes(content: Vector["content"]): Content {
  const names = ["mediaKey", "fileSha256", "fileEncSha256"].filter((name) => name in content);
  return { ...content, ...Object.fromEntries(names.map((name) => [name, fromHex(String(content[name]))])) } as never;
}

/** One length-delimited field with a number below 16. */
function field(number: number, bytes: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(number * 8 + 2, bytes.length), bytes);
}

const media: MediaContent = {
  type: "media",
  kind: "image",
  mimetype: "image/png",
  directPath: "/v/t1",
  mediaKey: new Uint8Array(32).fill(1),
  fileSha256: new Uint8Array(32).fill(2),
  fileEncSha256: new Uint8Array(32).fill(3),
  fileLength: 3,
};

describe("vectors made without protobufjs", () => {
  test.each(vectors.map((vector) => [vector.name, vector] as const))("%s", (_, { hex, content }) => {
    const wanted = withBytes(content);
    const decoded = decodeContent(fromHex(hex));
    expect(decoded).toEqual(wanted);
    if (decoded.type !== "unknown") expect(decodeContent(encodeContent(decoded))).toEqual(wanted);
  });

  test("short text and reaction come out byte for byte", () => {
    for (const { name, hex, content } of vectors) {
      if (!["text", "reply", "revoke", "reaction taken back"].includes(name)) continue;
      expect(encodeContent(withBytes(content))).toEqual(fromHex(hex));
    }
  });
});

describe("round trip", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1 });
  const ref = fc.record({ id: text, fromMe: fc.boolean(), chat: text }, { requiredKeys: ["id", "fromMe"] });
  const replyTo = fc.record({ id: text, participant: text, quotedText: text }, { requiredKeys: ["id"] });
  const contents = fc.oneof(
    fc.record({ type: fc.constant("text" as const), text, replyTo }, { requiredKeys: ["type", "text"] }),
    fc.record({ type: fc.constant("reaction" as const), target: ref, emoji: fc.string({ unit: "grapheme" }) }),
    fc.record({ type: fc.constant("revoke" as const), target: ref }),
    fc
      .record({ kind: fc.constantFrom(...mediaKinds), fileLength: fc.maxSafeNat() })
      .map((change) => ({ ...media, ...change })),
  );

  test("of any content", () => {
    fc.assert(fc.property(contents, (content) => expect(decodeContent(encodeContent(content))).toEqual(content)));
  });

  test("of text in its extended form", () => {
    const content = { type: "text", text: "hi" } as const;
    const bytes = encodeMessage(schema.Message, { extendedTextMessage: { text: "hi" } });
    expect(bytes[0]).toBe(6 * 8 + 2);
    expect(decodeContent(bytes)).toEqual(content);
  });
});

describe("refusals", () => {
  test.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(), "content-empty"],
    ["only key distribution", field(2, new Uint8Array()), "content-empty"],
    ["two contents", concat(field(1, utf8("a")), field(6, field(1, utf8("b")))), "content-ambiguous"],
    ["invalid UTF-8", field(1, Uint8Array.of(0xff)), "content-malformed"],
    ["a surrogate", field(1, Uint8Array.of(0xed, 0xa0, 0x80)), "content-malformed"],
    ["text as a number", Uint8Array.of(0x08, 1), "content-malformed"],
    ["a length beyond the end", Uint8Array.of(0x0a, 200, 1), "content-malformed"],
    ["extended text without text", field(6, new Uint8Array()), "content-missing-field"],
    ["a reaction without target", Uint8Array.of(0xf2, 0x02, 0), "content-missing-field"],
    ["an image without anything", field(3, new Uint8Array()), "content-missing-field"],
    ["too many bytes", new Uint8Array(300_000), "content-too-large"],
  ])("%s", (_, bytes, code) => {
    expect(() => decodeContent(bytes)).toThrow(expect.objectContaining({ code }));
  });

  test("keys and digests of another size", () => {
    const bytes = encodeContent({ ...media, mediaKey: new Uint8Array(31) });
    expect(() => decodeContent(bytes)).toThrow(expect.objectContaining({ code: "content-bad-field" }));
  });

  test("unknown content is not written", () => {
    expect(() => encodeContent({ type: "unknown", fields: [26] })).toThrow(ContentError);
  });

  test("quotes within quotes without end", () => {
    let bytes = field(1, utf8("x"));
    for (let depth = 0; depth < 200; depth++) bytes = nested(6, nested(17, nested(3, bytes)));
    expect(() => decodeContent(bytes)).toThrow(expect.objectContaining({ code: "content-malformed" }));
  });

  test("random bytes and cut messages never throw anything else", () => {
    const cut = fc.tuple(fc.constantFrom(...vectors), fc.nat(400)).map(([{ hex }, at]) => fromHex(hex).subarray(0, at));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), cut), (bytes) => {
        try {
          decodeContent(bytes);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(ContentError);
        }
      }),
    );
  });

  function nested(number: number, inner: Uint8Array): Uint8Array {
    const varint = (value: number): number[] => (value < 128 ? [value] : [(value % 128) + 128, ...varint(value >>> 7)]);
    return concat(Uint8Array.from([...varint(number * 8 + 2), ...varint(inner.length)]), inner);
  }
});
