import { concat, utf8 } from "../../core/bytes.js";
import { isNodeList, type StanzaNode } from "../../protocol/stanza/node.js";

/** Tokens of the binary form (wire section 2). */
const tokens = { jidPair: 250, list8: 248, list16: 249, binary8: 252, binary20: 253, binary32: 254 } as const;

/** Attributes whose value, when it is a bare server name, is an address without a user. */
const addressed: ReadonlySet<string> = new Set(["from", "to", "jid"]);

/**
 * The plaintext of a frame whose stanza says the same as the usual encoding, in a form that writers rarely choose:
 * every word spelt out instead of taken from the dictionary, and for `wide` with lengths of more bytes than needed.
 */
export function looseEncoding(root: StanzaNode, form: "wide" | "spelled-out"): Uint8Array {
  const wide = form === "wide";
  const parts: Uint8Array[] = [Uint8Array.of(0)];

  function list(size: number): void {
    parts.push(wide ? Uint8Array.of(tokens.list16, size >>> 8, size) : Uint8Array.of(tokens.list8, size));
  }
  function bytes(content: Uint8Array): void {
    const { length } = content;
    // Both of the longer forms occur: which one depends on the length only to have a rule.
    if (!wide && length < 256) parts.push(Uint8Array.of(tokens.binary8, length));
    else if (length % 2 === 0) parts.push(Uint8Array.of(tokens.binary20, 0, length >>> 8, length));
    else parts.push(Uint8Array.of(tokens.binary32, 0, 0, length >>> 8, length));
    parts.push(content);
  }
  function attribute(name: string, value: string): void {
    bytes(utf8(name));
    if (addressed.has(name) && !value.includes("@")) parts.push(Uint8Array.of(tokens.jidPair, 0));
    bytes(utf8(value));
  }
  function write({ tag, attrs, content }: StanzaNode): void {
    const names = Object.keys(attrs);
    list(1 + 2 * names.length + (content === undefined ? 0 : 1));
    bytes(utf8(tag));
    for (const name of names) attribute(name, attrs[name] ?? "");
    if (content === undefined) return;
    if (isNodeList(content)) {
      list(content.length);
      for (const child of content) write(child);
    } else bytes(typeof content === "string" ? utf8(content) : content);
  }

  write(root);
  return concat(...parts);
}
