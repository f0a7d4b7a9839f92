import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { usualRuns } from "../../../tests/support/depth.js";
import { decodeNode as bridgeDecode, encodeNode as bridgeEncode } from "whatsapp-rust-bridge";
import type { BinaryNode } from "whatsapp-rust-bridge";
import { fromHex, toHex, uintToBytes } from "../../../core/bytes.js";
import { doubleByteWords, singleByteWords } from "../gen/dictionary.js";
import { StanzaError } from "../errors.js";
import { bytesOf, isNodeList, node } from "../node.js";
import type { StanzaNode } from "../node.js";
import { packPayload, unpackPayload } from "../payload.js";
import { domainTypes, tokens, wordCodes } from "./tokens.js";

// The independent implementation puts the flag byte in front, so whole payloads are compared.

interface Vector {
  readonly name: string;
  readonly server?: boolean;
  readonly node: StoredNode;
  readonly hex: string;
}

interface StoredNode {
  readonly tag: string;
  readonly attrs: Record<string, string>;
  readonly content?: readonly StoredNode[] | string | { readonly base64: string };
}

const vectorsFile = new URL("../../../fixtures/stanza/bridge-vectors.json", import.meta.url);
const vectors = JSON.parse(readFileSync(vectorsFile, "utf8")) as Vector[];

describe("stored vectors of whatsapp-rust-bridge", () => {
  test.each(vectors)("$name", ({ node: stored, hex, server }) => {
    const tree = revive(stored);
    const { node: decoded, notes } = unpackPayload(fromHex(hex));
    expect(decoded).toEqual(tree);
    expect(notes).toEqual(server === true ? [{ kind: "server-as-text", path: "iq@to" }] : []);
    if (server !== true) expect(toHex(packPayload(tree))).toBe(hex);
  });
});

test("every word of the dictionary has the same code in both implementations", () => {
  for (const word of [...singleByteWords.slice(1), ...doubleByteWords.flat()]) {
    const tree = node("a", { b: word });
    expect(toHex(packPayload(tree))).toBe(toHex(bridgeEncode(forBridge(tree))));
  }
});

describe("generated stanzas", () => {
  const address = fc.oneof(
    fc.nat().map((user) => `${user}@s.whatsapp.net`),
    fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })).map(([user, device]) => `${user}:${device}@s.whatsapp.net`),
    fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })).map(([user, device]) => `${user}:${device}@lid`),
    fc.nat().map((user) => `${user}@g.us`),
  );
  // The other writer drops blank attributes, and reads "@" in any text as an address.
  const plain = fc.string({ maxLength: 140 }).filter((text) => text.trim() !== "" && !text.includes("@"));
  const value = fc.oneof(plain, address, fc.stringMatching(/^[0-9A-F]{1,40}$/), fc.constantFrom("text", "body", "é🌍"));
  const attrs = fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), value, { maxKeys: 5 });
  const bytes = fc.uint8Array({ maxLength: 300 });
  const leaf = fc.tuple(attrs, fc.option(bytes, { nil: undefined })).map(([a, content]) => node("enc", a, content));
  const tree = fc
    .tuple(attrs, fc.array(leaf, { minLength: 1, maxLength: 4 }))
    .map(([a, list]) => node("message", a, list));

  test("are written alike", () => {
    fc.assert(
      fc.property(tree, (subject) => {
        expect(toHex(packPayload(subject))).toBe(toHex(bridgeEncode(forBridge(subject))));
      }),
    );
  });

  test("are read by the other implementation", () => {
    fc.assert(
      fc.property(tree, (subject) => {
        expect(fromBridge(bridgeDecode(packPayload(subject)).toJSON() as BinaryNode)).toEqual(subject);
      }),
    );
  });
});

describe("bytes that neither has written", () => {
  const raw = (text: string, token: number, lengthBytes: number): number[] => {
    const bytes = [...Buffer.from(text)];
    return [token, ...uintToBytes(bytes.length, lengthBytes), ...bytes];
  };
  const code = (word: string): number[] => {
    const known = wordCodes.get(word);
    if (known === undefined) return raw(word, tokens.binary8, 1);
    return known < 256 ? [known] : [known >> 8, known & 255];
  };
  /** Whole bytes of two characters; the last may be half filled. */
  const packed = (token: number, pairs: fc.Arbitrary<number>) =>
    fc.tuple(fc.array(pairs, { minLength: 1, maxLength: 127 }), fc.boolean()).map(([list, odd]) => {
      const last = list.at(-1) ?? 0;
      return odd ? [token, list.length | 0x80, ...list.slice(0, -1), last | 15] : [token, list.length, ...list];
    });
  const digits = fc.tuple(fc.nat(11), fc.nat(11)).map(([high, low]) => high * 16 + low);
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 9 });
  const word = fc.oneof(
    fc.constantFrom(...wordCodes.keys()).map(code),
    text.map((each) => raw(each, tokens.binary8, 1)),
    text.map((each) => raw(each, tokens.binary20, 3)),
    text.map((each) => raw(each, tokens.binary32, 4)),
    packed(tokens.nibble8, digits),
    packed(tokens.hex8, fc.nat(255)),
  );
  // The other one knows no server `call`, and gives domain types of its own invention another meaning than ours.
  const server = fc.constantFrom(
    "s.whatsapp.net",
    "lid",
    "hosted",
    "hosted.lid",
    "g.us",
    "broadcast",
    "newsletter",
    "c.us",
    "msgr",
  );
  const byte = fc.nat(255);
  const address = fc.oneof(
    fc.tuple(fc.oneof(word, fc.constant([0])), server).map(([user, name]) => [tokens.jidPair, ...user, ...code(name)]),
    fc.tuple(fc.constantFrom(...domainTypes.values()), byte, word).map((parts) => [tokens.adJid, ...parts.flat()]),
    fc.tuple(word, byte, byte).map((parts) => [tokens.fbJid, ...parts.flat(), ...code("msgr")]),
  );
  const value = fc.oneof(word, address, fc.constant([tokens.listEmpty]));
  const { stanza } = fc.letrec<{ stanza: number[] }>((tie) => {
    const children = fc
      .array(tie("stanza"), { maxLength: 3 })
      .map((list) => [tokens.list8, list.length, ...list.flat()]);
    const content = fc.oneof({ depthSize: "small", maxDepth: 3 }, fc.constant([]), value, children);
    return {
      stanza: fc.tuple(word, fc.array(fc.tuple(word, value), { maxLength: 3 }), content).map(([tag, attrs, inside]) => {
        const size = 1 + 2 * attrs.length + (inside.length > 0 ? 1 : 0);
        return [tokens.list8, size, ...tag, ...attrs.flat(2), ...inside];
      }),
    };
  });

  test("are the same stanza to both", () => {
    let compared = 0;
    fc.assert(
      fc.property(stanza, (bytes) => {
        const payload = Uint8Array.from([0, ...bytes]);
        const ours = readByUs(payload);
        // A name that comes twice is refused by us alone; the other one also loses an attribute `__proto__`.
        if (ours === undefined || JSON.stringify(ours).includes("__proto__")) return;
        compared += 1;
        expect(meaning(fromBridge(bridgeDecode(payload).toJSON() as BinaryNode))).toEqual(meaning(ours));
      }),
    );
    expect(compared).toBeGreaterThan(0.9 * usualRuns);
  });

  function readByUs(payload: Uint8Array): StanzaNode | undefined {
    try {
      return unpackPayload(payload).node;
    } catch (thrown) {
      if (thrown instanceof StanzaError && thrown.code === "duplicate-attribute") return undefined;
      throw thrown;
    }
  }

  /** Text and the bytes that it is are one. */
  function meaning({ tag, attrs, content }: StanzaNode): unknown {
    if (content === undefined || isNodeList(content)) return [tag, attrs, (content ?? []).map(meaning)];
    return [tag, attrs, toHex(bytesOf({ tag, attrs, content }) ?? new Uint8Array(0))];
  }
});

test("the other implementation reads our long interop address in place", () => {
  const payload = packPayload(node("message", { to: "12-345@interop", id: "3EB0" }));
  expect(bridgeDecode(payload).attrs).toEqual({ to: "345@interop", id: "3EB0" });
});

function revive({ tag, attrs, content }: StoredNode): StanzaNode {
  if (content === undefined || typeof content === "string") return node(tag, attrs, content);
  if ("base64" in content) return node(tag, attrs, new Uint8Array(Buffer.from(content.base64, "base64")));
  return node(tag, attrs, content.map(revive));
}

function forBridge({ tag, attrs, content }: StanzaNode): BinaryNode {
  const copy = { tag, attrs: { ...attrs } };
  if (content === undefined) return copy;
  return { ...copy, content: isNodeList(content) ? content.map(forBridge) : content };
}

function fromBridge({ tag, attrs, content }: BinaryNode): StanzaNode {
  return node(tag, attrs, Array.isArray(content) ? content.map(fromBridge) : content);
}
