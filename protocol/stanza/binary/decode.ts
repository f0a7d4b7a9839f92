import { isJidServer, parseJid } from "../../ids/jid.js";
import { StanzaError } from "../errors.js";
import { doubleByteWords, singleByteWords } from "../gen/dictionary.js";
import { defaultStanzaLimits } from "../limits.js";
import type { StanzaLimits } from "../limits.js";
import { setAttribute } from "../node.js";
import type { StanzaContent, StanzaNode } from "../node.js";
import { readAddress } from "./addresses.js";
import type { AddressContext, InteropJidForm } from "./addresses.js";
import type { EncodingNote } from "./notes.js";
import { StanzaReader } from "./reader.js";
import { addressAttributes, maxPackedCharacters, tokens, wordCodes } from "./tokens.js";

export interface DecodeOptions {
  readonly limits?: StanzaLimits;
  /** Which form interop addresses have; "auto" (default) takes both. */
  readonly interopJid?: InteropJidForm;
  /** False: `notes` stays empty, for readers that want only the node. */
  readonly notes?: boolean;
}

export interface DecodedStanza {
  readonly node: StanzaNode;
  readonly notes: readonly EncodingNote[];
}

/**
 * Reads one node (no flag byte, see `unpackPayload`) that fills `bytes` exactly. Content bytes are views into `bytes`.
 *
 * An address without a user reads as its bare server name.
 *
 * @throws StanzaError and nothing else, for every input.
 */
export function decodeNode(bytes: Uint8Array, options: DecodeOptions = {}): DecodedStanza {
  const { limits = defaultStanzaLimits, interopJid = "auto", notes = true } = options;
  const decoder = new Decoder(bytes, limits, interopJid, notes);
  try {
    return decoder.decode();
  } catch (thrown) {
    if (thrown instanceof StanzaError) thrown.offset = bytes.length - decoder.reader.left;
    throw thrown;
  }
}

const noNotes: readonly EncodingNote[] = [];
/** Real stanzas have few. Without a limit, thousands of nodes would each note a tag of megabytes. */
const maxNotes = 1024;
const maxNamedTag = 40;

class Decoder implements AddressContext {
  readonly reader: StanzaReader;
  readonly interopJid: InteropJidForm;
  private readonly limits: StanzaLimits;
  private readonly tags: string[] = [];
  private attribute: string | undefined;
  private readonly takesNotes: boolean;
  private notes: EncodingNote[] | undefined;
  private nodes = 0;

  constructor(bytes: Uint8Array, limits: StanzaLimits, interopJid: InteropJidForm, takesNotes: boolean) {
    this.reader = new StanzaReader(bytes, limits);
    this.limits = limits;
    this.interopJid = interopJid;
    this.takesNotes = takesNotes;
  }

  decode(): DecodedStanza {
    const root = this.readNode();
    const { left } = this.reader;
    if (left > 0) throw new StanzaError("trailing-bytes", `Decode a stanza: ${left} bytes follow its end, none wanted`);
    return { node: root, notes: this.notes ?? noNotes };
  }

  note(kind: EncodingNote["kind"]): void {
    if (!this.takesNotes) return;
    this.notes ??= [];
    if (this.notes.length === maxNotes) return;
    const path = this.tags.map((tag) => tag.slice(0, maxNamedTag)).join("/");
    this.notes.push({
      kind,
      path: this.attribute === undefined ? path : `${path}@${this.attribute.slice(0, maxNamedTag)}`,
    });
  }

  word(token: number): string {
    if (token > 0 && token < tokens.firstTable) return singleByteWords[token] ?? this.badToken(token);
    const table = doubleByteWords[token - tokens.firstTable];
    if (table !== undefined) return table[this.reader.byte()] ?? this.badToken(token);
    if (token === tokens.nibble8 || token === tokens.hex8) return this.packed(token);
    // Open clients write the empty text so, and read it so (wire section 2).
    if (token === tokens.listEmpty) return this.emptyText();
    return isBinary(token) ? this.reader.text(this.length(token)) : this.badToken(token);
  }

  private readNode(): StanzaNode {
    const { limits, reader, tags } = this;
    this.nodes += 1;
    if (this.nodes > limits.maxNodes) {
      throw new StanzaError("too-many-nodes", `Decode a stanza: found more than ${limits.maxNodes} nodes`);
    }
    if (tags.length >= limits.maxDepth) {
      throw new StanzaError("too-deep", `Decode a stanza: nodes nest deeper than ${limits.maxDepth}`);
    }
    const size = this.listSize(reader.byte());
    if (size === 0)
      throw new StanzaError("bad-list", "Decode a stanza: a node is an empty list, wanted at least a tag");
    const tag = this.word(reader.byte());
    if (tag === "") throw new StanzaError("bad-string", "Decode a stanza: a tag is empty, wanted at least 1 character");
    tags.push(tag);
    const attrs = this.readAttrs((size - 1) >> 1);
    const content = size % 2 === 0 ? this.readContent(reader.byte()) : undefined;
    tags.pop();
    return content === undefined ? { tag, attrs } : { tag, attrs, content };
  }

  private readAttrs(count: number): Record<string, string> {
    if (count > this.limits.maxAttrs) {
      throw new StanzaError(
        "too-many-attributes",
        `Decode a stanza: found ${count} attributes, at most ${this.limits.maxAttrs} wanted`,
      );
    }
    const attrs: Record<string, string> = {};
    for (let index = 0; index < count; index += 1) {
      const name = this.word(this.reader.byte());
      if (Object.hasOwn(attrs, name)) {
        throw new StanzaError(
          "duplicate-attribute",
          `Decode a stanza: attribute ${JSON.stringify(name.slice(0, maxNamedTag))} appears twice`,
        );
      }
      this.attribute = name;
      setAttribute(attrs, name, this.readValue(this.reader.byte()));
    }
    this.attribute = undefined;
    return attrs;
  }

  private readValue(token: number): string {
    const address = readAddress(token, this);
    if (address !== undefined) return address;
    const value = this.word(token);
    if (this.attribute !== undefined && addressAttributes.has(this.attribute) && isJidServer(value)) {
      this.note("server-as-text");
    } else if (isBinary(token)) {
      if (wordCodes.has(value)) this.note("word-as-text");
      else if (value.includes("@") && parseJid(value) !== undefined) this.note("jid-as-text");
    }
    return value;
  }

  private readContent(token: number): StanzaContent | undefined {
    if (isBinary(token)) return this.reader.bytes(this.length(token));
    if (!isList(token)) return readAddress(token, this) ?? this.word(token);
    const size = this.listSize(token);
    if (size === 0) {
      this.note("empty-list");
      return undefined;
    }
    const children: StanzaNode[] = [];
    for (let index = 0; index < size; index += 1) children.push(this.readNode());
    return children;
  }

  private listSize(token: number): number {
    if (token === tokens.listEmpty) return 0;
    if (!isList(token)) {
      throw new StanzaError(
        "bad-list",
        `Decode a stanza: found byte ${token}, wanted the start of a list (0, 248, 249)`,
      );
    }
    const size = token === tokens.list8 ? this.reader.byte() : this.reader.uint16();
    if (size === 0 || (token === tokens.list16 && size < 256)) this.note("length-not-shortest");
    return size;
  }

  private length(token: number): number {
    const { length, shortest } = this.reader.binaryLength(token);
    if (!shortest) this.note("length-not-shortest");
    return length;
  }

  private packed(token: number): string {
    const { text, fillerOk } = this.reader.packed(token);
    if (text.length > maxPackedCharacters) this.note("packed-too-long");
    if (!fillerOk || (token === tokens.hex8 && /^\d*$/.test(text))) this.note("packed-not-canonical");
    return text;
  }

  private emptyText(): string {
    this.note("empty-text-as-list");
    return "";
  }

  private badToken(token: number): never {
    throw new StanzaError(
      "bad-token",
      `Decode a stanza: byte ${token} starts no text, wanted a word, digits or a length`,
    );
  }
}

function isList(token: number): boolean {
  return token === tokens.list8 || token === tokens.list16 || token === tokens.listEmpty;
}

function isBinary(token: number): boolean {
  return token >= tokens.binary8 && token <= tokens.binary32;
}
