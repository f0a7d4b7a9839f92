import { SaxesParser, type SaxesOptions } from "saxes";
import { fromBase64 } from "../../../core/bytes.js";
import { StanzaError } from "../errors.js";
import { defaultStanzaLimits } from "../limits.js";
import type { StanzaLimits } from "../limits.js";
import { setAttribute } from "../node.js";
import type { StanzaContent, StanzaNode } from "../node.js";
import { base64Attribute, streamNamespace } from "./text.js";

export interface XmlOptions {
  readonly limits?: StanzaLimits;
}

interface OpenElement {
  readonly tag: string;
  readonly attrs: Record<string, string>;
  readonly base64: boolean;
  readonly parent: OpenElement | undefined;
  readonly depth: number;
  children: StanzaNode[] | undefined;
  text: string;
}

/**
 * Reads one stanza in textual form: a well-formed, namespace-well-formed XML 1.0 element.
 *
 * White space between child elements means nothing; the text of an element without children is kept exactly, and an
 * empty element has no content. Text under `b64="1"` is bytes. Prefix declarations are not attributes, `xmlns` is.
 * Prefix `stream` is bound as on an XMPP stream. Document type, comments and processing instructions are refused.
 *
 * @throws StanzaError and nothing else, for every input.
 */
export function fromXml(source: string | Uint8Array, options: XmlOptions = {}): StanzaNode {
  const limits = options.limits ?? defaultStanzaLimits;
  const length = typeof source === "string" ? Buffer.byteLength(source) : source.length;
  if (length > limits.maxBytes) {
    throw new StanzaError("too-large", `Read XML: found ${length} bytes, at most ${limits.maxBytes} wanted`);
  }
  const text = typeof source === "string" ? source : decodeUtf8(source);
  const reader = idle ?? new TreeReader();
  // Taken out while in use: after an error its parser is in no defined state.
  idle = undefined;
  const root = reader.read(text, limits);
  idle = reader;
  return root;
}

// Attaching the handlers costs as much as parsing a short stanza.
let idle: TreeReader | undefined;

const parserOptions = {
  xmlns: true,
  position: false,
  defaultXMLVersion: "1.0",
  forceXMLVersion: true,
  additionalNamespaces: { stream: streamNamespace },
} as const satisfies SaxesOptions;

/**
 * A parser that builds the tree. It inherits, because V8 turns an object to which `on` adds more than six handlers into
 * a hash table, unless its class declares enough fields. Reading takes five times as long with a separate parser.
 */
class TreeReader extends SaxesParser<typeof parserOptions> {
  #limits = defaultStanzaLimits;
  #open: OpenElement | undefined;
  #root: StanzaNode | undefined;
  #nodes = 0;
  /** Of the start tag that is being read; the mark is no attribute of the stanza. */
  #attrs: Record<string, string> = {};
  #attributes = 0;
  #base64Mark: string | undefined;

  constructor() {
    super(parserOptions);
    this.on("error", (cause) => {
      const found = cause.message.slice(0, 200);
      throw new StanzaError("xml-not-well-formed", `Read XML: line ${this.line}, column ${this.column}: ${found}`, {
        cause,
      });
    });
    this.on("doctype", () => refuse("a document type"));
    this.on("comment", () => refuse("a comment"));
    this.on("processinginstruction", () => refuse("a processing instruction"));
    this.on("xmldecl", ({ encoding }) => {
      if (encoding !== undefined && !/^utf-8$/i.test(encoding))
        refuse(`encoding ${encoding.slice(0, 40)}, wanted UTF-8`);
    });
    this.on("attribute", (attribute) => this.#addAttribute(attribute));
    this.on("opentag", (tag) => this.#start(tag));
    this.on("text", (chunk) => this.#addText(chunk));
    this.on("cdata", (chunk) => this.#addText(chunk));
    this.on("closetag", () => this.#end());
  }

  read(text: string, limits: StanzaLimits): StanzaNode {
    this.#limits = limits;
    this.#root = undefined;
    this.#nodes = 0;
    this.write(text).close();
    if (this.#root !== undefined) return this.#root;
    throw new StanzaError("xml-not-well-formed", "Read XML: found no element, wanted one");
  }

  #addAttribute({ name, prefix, value }: ParsedAttribute): void {
    const { maxAttrs } = this.#limits;
    this.#attributes += 1;
    if (this.#attributes > maxAttrs) {
      throw new StanzaError("too-many-attributes", `Read XML: an element has more than ${maxAttrs} attributes`);
    }
    // A name that comes twice is refused by the parser at the end of the tag.
    if (name === base64Attribute) this.#base64Mark = value;
    else if (prefix !== "xmlns") setAttribute(this.#attrs, name, value);
  }

  #start(parsed: ParsedTag): void {
    const { maxDepth, maxNodes } = this.#limits;
    const parent = this.#open;
    const depth = parent === undefined ? 1 : parent.depth + 1;
    this.#nodes += 1;
    if (this.#nodes > maxNodes)
      throw new StanzaError("too-many-nodes", `Read XML: found more than ${maxNodes} elements`);
    if (depth > maxDepth) throw new StanzaError("too-deep", `Read XML: elements nest deeper than ${maxDepth}`);
    const tag = tagOf(parsed);
    const base64 = this.#base64Mark !== undefined && isBase64Mark(this.#base64Mark);
    this.#open = { tag, attrs: this.#attrs, base64, parent, depth, children: undefined, text: "" };
    this.#attrs = {};
    this.#attributes = 0;
    this.#base64Mark = undefined;
  }

  #addText(chunk: string): void {
    const element = this.#open;
    if (element !== undefined) element.text += chunk;
  }

  #end(): void {
    const element = this.#open;
    if (element === undefined) return;
    const { tag, attrs, parent } = element;
    const content = contentOf(element);
    const finished = content === undefined ? { tag, attrs } : { tag, attrs, content };
    this.#open = parent;
    if (parent === undefined) this.#root = finished;
    else if (parent.children === undefined) parent.children = [finished];
    else parent.children.push(finished);
  }
}

interface ParsedAttribute {
  readonly name: string;
  readonly prefix: string;
  readonly value: string;
}

interface ParsedTag {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
}

/** The prefix of the stream's namespace is `stream:` in our trees, for any prefix of the sender. No other may use it. */
function tagOf({ name, local, uri }: ParsedTag): string {
  if (uri === streamNamespace && name !== local) return `stream:${local}`;
  if (name.startsWith("stream:")) refuse(`prefix "stream" bound to ${JSON.stringify(uri.slice(0, 60))}`);
  return name;
}

function contentOf({ tag, base64, children, text }: OpenElement): StanzaContent | undefined {
  if (children === undefined) {
    if (base64) return bytesFrom(text, tag);
    return text === "" ? undefined : text;
  }
  if (base64)
    throw new StanzaError("xml-bad-base64", `Read XML: ${named(tag)} is marked as bytes and has child elements`);
  if (text !== "" && /[^ \t\r\n]/.test(text)) {
    throw new StanzaError(
      "xml-mixed-content",
      `Read XML: ${named(tag)} has both text and child elements, wanted one of them`,
    );
  }
  return children;
}

function bytesFrom(text: string, tag: string): Uint8Array {
  const bytes = fromBase64(text);
  if (bytes !== undefined) return bytes;
  throw new StanzaError(
    "xml-bad-base64",
    `Read XML: the text of ${named(tag)} is not base64 (standard alphabet, padded)`,
  );
}

function named(tag: string): string {
  return tag.slice(0, 40);
}

function isBase64Mark(value: string): true {
  if (value === "1") return true;
  const shown = JSON.stringify(value.slice(0, 40));
  throw new StanzaError("xml-bad-base64", `Read XML: attribute "${base64Attribute}" is ${shown}, wanted "1"`);
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new StanzaError("xml-not-well-formed", "Read XML: the bytes are not UTF-8", { cause });
  }
}

function refuse(found: string): never {
  throw new StanzaError("xml-forbidden-construct", `Read XML: found ${found}, which a stanza must not contain`);
}
