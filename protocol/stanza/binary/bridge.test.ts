import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { decodeNode as bridgeDecode, encodeNode as bridgeEncode } from "whatsapp-rust-bridge";
import type { BinaryNode } from "whatsapp-rust-bridge";
import { fromHex, toHex } from "../../../core/bytes.js";
import { doubleByteWords, singleByteWords } from "../gen/dictionary.js";
import { isNodeList, node } from "../node.js";
import type { StanzaNode } from "../node.js";
import { packPayload, unpackPayload } from "../payload.js";

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
      { numRuns: 1500 },
    );
  });

  test("are read by the other implementation", () => {
    fc.assert(
      fc.property(tree, (subject) => {
        expect(fromBridge(bridgeDecode(packPayload(subject)).toJSON() as BinaryNode)).toEqual(subject);
      }),
      { numRuns: 1500 },
    );
  });
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
