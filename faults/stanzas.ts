import { deflateSync } from "node:zlib";
import { concat } from "../core/bytes.js";
import { parseJid } from "../protocol/ids/jid.js";
import { tokens } from "../protocol/stanza/binary/tokens.js";
import { isNodeList, type StanzaNode } from "../protocol/stanza/node.js";
import { packPayload } from "../protocol/stanza/payload.js";
import { fault, faultTable } from "./fault.js";
import { looseEncoding } from "./loose-encoding.js";
import { choice, integer, keyOf } from "./parameters.js";

const malformed = {
  truncated: (plaintext: Uint8Array) => plaintext.subarray(0, Math.ceil(plaintext.length / 2)),
  trailing: (plaintext: Uint8Array) => concat(plaintext, Uint8Array.of(1, 2, 3)),
  "even-list": () => Uint8Array.of(0, 248, 2, 8),
  "empty-list": () => Uint8Array.of(0, 248, 0),
  "unknown-token": () => Uint8Array.of(0, 248, 3, 244, 244, 244),
  "not-deflated": (plaintext: Uint8Array) => concat(Uint8Array.of(2), plaintext.subarray(1)),
};

const looseForms = { wide: { wide: true, spelled: true }, "spelled-out": { spelled: true } } as const;

/** What the chat server can do wrong, or do unusually, when it encodes a stanza in binary. */
export const stanzaFaults = faultTable({
  "stanza-malformed": fault({
    sentence:
      "Encrypts bytes that are no stanza: truncated, with an invalid list or token, or wrongly marked as deflated",
    hook: "stanza-plaintext",
    params: { form: keyOf(malformed, "truncated") },
    effect: ({ node, plaintext }, { form }) => ({ node, plaintext: Uint8Array.from(malformed[form](plaintext)) }),
  }),
  "stanza-nested": fault({
    sentence: "Sends a stanza with thousands of nested elements",
    hook: "stanza-plaintext",
    params: { depth: integer(33, 1_000_000, 20_000) },
    effect: ({ node }, { depth }) => ({ node, plaintext: nested(depth) }),
  }),
  "stanza-inflates": fault({
    sentence: "Sends a compressed stanza of a few kilobytes that inflates to many megabytes",
    hook: "stanza-plaintext",
    params: { megabytes: integer(1, 1024, 20) },
    effect: ({ node }, { megabytes }) => ({ node, plaintext: bomb(megabytes) }),
  }),
  "receipt-type-empty": fault({
    sentence: "Sends a receipt of delivery with a type that is empty, where others leave it out",
    hook: "stanza-plaintext",
    fits: ({ node }) => node.tag === "receipt" && node.attrs["type"] === undefined,
    effect({ node }) {
      const named = { ...node, attrs: { ...node.attrs, type: "" } };
      return { node: named, plaintext: packPayload(named) };
    },
  }),
  "stanza-encoding": fault({
    sentence:
      "Writes a stanza in an unusual but equal form: wide lengths, words spelled out, or short interop addresses",
    hook: "stanza-plaintext",
    params: { form: choice(["wide", "spelled-out", "interop-jid-short"]) },
    effect: ({ node }, { form }) => ({
      node,
      plaintext:
        form === "interop-jid-short"
          ? packPayload(node, { interopJid: "short" })
          : looseEncoding(node, looseForms[form]),
    }),
  }),
  "address-as-text": fault({
    sentence: "Writes the addresses of users and groups in a stanza as plain text, which some clients do not take",
    hook: "stanza-plaintext",
    fits: ({ node }) => hasAddress(node),
    effect: ({ node }) => ({ node, plaintext: looseEncoding(node, { addressesAsText: true }) }),
  }),
});

/** Whether any element has the address of a user or group in an attribute. */
function hasAddress({ attrs, content }: StanzaNode): boolean {
  if (Object.values(attrs).some((value) => parseJid(value) !== undefined)) return true;
  return isNodeList(content) && content.some(hasAddress);
}

function nested(depth: number): Uint8Array {
  // Each level is a list of two with a tag and a list of one for the next level.
  const level = Uint8Array.of(tokens.list8, 2, 8, tokens.list8, 1);
  const innermost = Uint8Array.of(tokens.list8, 1, 8);
  const plaintext = new Uint8Array(1 + level.length * (depth - 1) + innermost.length);
  for (let at = 0; at < depth - 1; at++) plaintext.set(level, 1 + at * level.length);
  plaintext.set(innermost, plaintext.length - innermost.length);
  return plaintext;
}

/** A list of two: a tag, and bytes whose length is written in four bytes. */
function bomb(megabytes: number): Uint8Array {
  const size = megabytes * 2 ** 20;
  const head = Uint8Array.of(tokens.list8, 2, 8, tokens.binary32, size >>> 24, size >>> 16, size >>> 8, size);
  return concat(Uint8Array.of(2), deflateSync(concat(head, new Uint8Array(size)), { level: 1 }));
}
