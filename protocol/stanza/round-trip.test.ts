import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { decodeNode } from "./binary/decode.js";
import { encodeNode } from "./binary/encode.js";
import { StanzaError } from "./errors.js";
import { singleByteWords } from "./gen/dictionary.js";
import { node, textOf } from "./node.js";
import type { StanzaContent, StanzaNode } from "./node.js";
import { packPayload, unpackPayload } from "./payload.js";
import { fromXml } from "./xml/read.js";
import { toXml } from "./xml/write.js";

const user = fc.oneof(
  fc.nat().map(String),
  fc.stringMatching(/^[A-Za-z0-9_+-]{1,12}$/),
  fc.tuple(fc.integer({ min: 0, max: 70_000 }), fc.nat()).map(([integrator, digits]) => `${integrator}-${digits}`),
);
const device = fc.oneof(
  fc.constant(""),
  fc.integer({ min: 0, max: 70_000 }).map((number) => `:${number}`),
);
const agent = fc.oneof(
  fc.constant(""),
  fc.integer({ min: 0, max: 300 }).map((number) => `.${number}`),
);
const serverName = fc.constantFrom("s.whatsapp.net", "lid", "hosted", "hosted.lid", "g.us", "msgr", "interop", "c.us");
const address = fc.tuple(user, agent, device, serverName).map(([u, a, d, s]) => `${u}${a}${d}@${s}`);

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 20 }).filter((text) => !/\p{Surrogate}/u.test(text)),
  fc.stringMatching(/^[0-9.-]{0,140}$/),
  fc.stringMatching(/^[0-9A-F]{0,140}$/),
  fc.constantFrom(...singleByteWords, "s.whatsapp.net", "g.us", "interop"),
  address,
);
const name = fc.oneof(fc.constantFrom("to", "from", "jid", "type", "xmlns", "__proto__"), anyText);
const anyAttrs = fc.array(fc.tuple(name, anyText), { maxLength: 5 }).map((pairs) => Object.fromEntries(pairs));

const anyNode = treesOf(
  anyText.filter((text) => text !== ""),
  anyAttrs,
  fc.oneof(anyText, fc.uint8Array({ maxLength: 300 }), fc.constant(undefined)),
);

const xmlName = fc.stringMatching(/^[a-zA-Z_é][a-zA-Z0-9_.-]{0,8}$/).filter((text) => text !== "b64");
const xmlText = fc
  .string({ unit: "grapheme", maxLength: 30 })
  .map((text) => text.replace(/[^\t\n\r\u0020-\ufffd]/g, ""));
const spaced = fc.oneof(xmlText, fc.stringMatching(/^[ \t\r\n&<>"'\]]{0,8}$/));
const xmlNode = treesOf(
  fc.oneof(xmlName, fc.constantFrom("stream:error", "constructor", "__proto__")),
  fc.dictionary(fc.oneof(xmlName, fc.constant("xmlns")), spaced, { maxKeys: 4 }),
  fc.oneof(spaced, fc.uint8Array({ maxLength: 60 }), fc.constant(undefined)),
);

describe("the binary form", () => {
  test("gives back every tree", () => {
    fc.assert(
      fc.property(anyNode, fc.constantFrom("long" as const, "short" as const), (tree, interopJid) => {
        const { node: decoded } = decodeNode(encodeNode(tree, { interopJid }), { interopJid });
        expect(sameMeaning(decoded)).toEqual(sameMeaning(tree));
      }),
    );
  });

  test("is found out to be long or short, whatever follows", () => {
    const safe = anyNode.filter((tree) => !JSON.stringify(tree).includes('"interop"'));
    fc.assert(
      fc.property(safe, fc.constantFrom("long" as const, "short" as const), (tree, interopJid) => {
        expect(sameMeaning(decodeNode(encodeNode(tree, { interopJid })).node)).toEqual(sameMeaning(tree));
      }),
    );
  });

  test("is stable: decoding and encoding again changes no byte", () => {
    fc.assert(
      fc.property(anyNode, (tree) => {
        const bytes = encodeNode(tree);
        expect(encodeNode(decodeNode(bytes).node)).toEqual(bytes);
      }),
    );
  });

  test("survives compression", () => {
    fc.assert(
      fc.property(anyNode, (tree) => {
        expect(sameMeaning(unpackPayload(packPayload(tree, { compress: true })).node)).toEqual(sameMeaning(tree));
      }),
    );
  });
});

describe("the textual form", () => {
  test("gives back every tree that it can carry", () => {
    fc.assert(fc.property(xmlNode, (tree) => expect(fromXml(toXml(tree))).toEqual(withoutEmpty(tree))));
  });

  test("refuses the others instead of writing something else", () => {
    fc.assert(
      fc.property(anyNode, (tree) => {
        const text = onlyStanzaErrors(() => toXml(tree));
        if (text !== undefined) expect(fromXml(text)).toEqual(withoutEmpty(tree));
      }),
    );
  });
});

describe("hostile input throws only our own error", () => {
  test("random bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void onlyStanzaErrors(() => unpackPayload(bytes))),
    );
  });

  test("stanzas with bytes changed, inserted or lost", () => {
    const change = fc.tuple(fc.nat(), fc.nat({ max: 2 }), fc.uint8Array({ maxLength: 3 }));
    fc.assert(
      fc.property(anyNode, fc.array(change, { minLength: 1, maxLength: 3 }), (tree, changes) => {
        const bytes = [...encodeNode(tree)];
        for (const [at, removed, inserted] of changes) bytes.splice(at % (bytes.length + 1), removed, ...inserted);
        onlyStanzaErrors(() => decodeNode(Uint8Array.from(bytes)));
      }),
    );
  });

  test("random and damaged XML", () => {
    const piece = fc.constantFrom(
      "<a>",
      "</a>",
      "<",
      ">",
      "&",
      "&#0;",
      "<!--",
      "<?x?>",
      "<!DOCTYPE a>",
      "]]>",
      "b64='1'",
      "x",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece).map((pieces) => pieces.join("")),
    );
    fc.assert(fc.property(text, (source) => void onlyStanzaErrors(() => fromXml(source))));
    fc.assert(fc.property(fc.uint8Array(), (source) => void onlyStanzaErrors(() => fromXml(source))));
  });
});

function treesOf(
  tags: fc.Arbitrary<string>,
  attrs: fc.Arbitrary<Record<string, string>>,
  leaf: fc.Arbitrary<StanzaContent | undefined>,
): fc.Arbitrary<StanzaNode> {
  return fc.letrec<{ tree: StanzaNode }>((tie) => ({
    tree: fc
      .tuple(tags, attrs, fc.oneof({ maxDepth: 3, depthSize: "small" }, leaf, fc.array(tie("tree"), { maxLength: 4 })))
      .map(([tag, a, content]) => ({ tag, attrs: a, ...(content === undefined ? {} : { content }) })),
  })).tree;
}

/** What the binary form promises to keep: text may come back as the bytes that it is. */
function sameMeaning({ tag, attrs, content }: StanzaNode): unknown {
  if (Array.isArray(content)) return [tag, { ...attrs }, content.length === 0 ? null : content.map(sameMeaning)];
  if (content === undefined) return [tag, { ...attrs }, null];
  const text = textOf({ tag, attrs, content });
  return [tag, { ...attrs }, text ?? content];
}

function withoutEmpty({ tag, attrs, content }: StanzaNode): StanzaNode {
  const empty = content !== undefined && !(content instanceof Uint8Array) && content.length === 0;
  if (empty || content === undefined) return node(tag, attrs);
  return node(tag, attrs, Array.isArray(content) ? content.map(withoutEmpty) : content);
}

function onlyStanzaErrors<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof StanzaError) return undefined;
    throw error;
  }
}
