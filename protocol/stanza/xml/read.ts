import { SaxesParser } from "saxes";
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
  readonly children: StanzaNode[];
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
  const builder = idle ?? new TreeBuilder();
  // Taken out while in use: after an error its parser is in no defined state.
  idle = undefined;
  const root = builder.build(text, limits);
  idle = builder;
  return root;
}

// Attaching the handlers costs as much as parsing a short stanza.
let idle: TreeBuilder | undefined;

class TreeBuilder {
  private readonly parser = new SaxesParser({
    xmlns: true,
    position: false,
    defaultXMLVersion: "1.0",
    forceXMLVersion: true,
    additionalNamespaces: { stream: streamNamespace },
  });
  private readonly open: OpenElement[] = [];
  private limits = defaultStanzaLimits;
  private root: StanzaNode | undefined;
  private nodes = 0;
  private attributes = 0;

  constructor() {
    const { parser } = this;
    parser.on("error", (cause) => {
      throw new StanzaError("xml-not-well-formed", `Read XML: ${cause.message}`, { cause });
    });
    parser.on("doctype", () => refuse("a document type"));
    parser.on("comment", () => refuse("a comment"));
    parser.on("processinginstruction", () => refuse("a processing instruction"));
    parser.on("xmldecl", ({ encoding }) => {
      if (encoding !== undefined && !/^utf-8$/i.test(encoding)) refuse(`encoding ${encoding}, wanted UTF-8`);
    });
    parser.on("opentagstart", () => this.countElement());
    parser.on("attribute", () => this.countAttribute());
    parser.on("opentag", (tag) => this.start(tag));
    parser.on("text", (chunk) => this.addText(chunk));
    parser.on("cdata", (chunk) => this.addText(chunk));
    parser.on("closetag", () => this.end());
  }

  build(text: string, limits: StanzaLimits): StanzaNode {
    this.limits = limits;
    this.root = undefined;
    this.nodes = 0;
    this.parser.write(text).close();
    return this.finishedRoot();
  }

  private finishedRoot(): StanzaNode {
    if (this.root === undefined) throw new StanzaError("xml-not-well-formed", "Read XML: found no element, wanted one");
    return this.root;
  }

  private countElement(): void {
    const { maxDepth, maxNodes } = this.limits;
    this.nodes += 1;
    this.attributes = 0;
    if (this.nodes > maxNodes)
      throw new StanzaError("too-many-nodes", `Read XML: found more than ${maxNodes} elements`);
    if (this.open.length >= maxDepth)
      throw new StanzaError("too-deep", `Read XML: elements nest deeper than ${maxDepth}`);
  }

  private countAttribute(): void {
    const { maxAttrs } = this.limits;
    this.attributes += 1;
    if (this.attributes > maxAttrs) {
      throw new StanzaError("too-many-attributes", `Read XML: an element has more than ${maxAttrs} attributes`);
    }
  }

  private start(tag: ParsedTag): void {
    const attrs: Record<string, string> = {};
    let base64 = false;
    for (const name of Object.keys(tag.attributes)) {
      const attribute = tag.attributes[name];
      if (attribute === undefined || attribute.prefix === "xmlns") continue;
      const { value } = attribute;
      if (name === base64Attribute) base64 = isBase64Mark(value);
      else setAttribute(attrs, name, value);
    }
    this.open.push({ tag: tagOf(tag), attrs, base64, children: [], text: "" });
  }

  private addText(chunk: string): void {
    const element = this.open.at(-1);
    if (element !== undefined) element.text += chunk;
  }

  private end(): void {
    const element = this.open.pop();
    if (element === undefined) return;
    const { tag, attrs } = element;
    const content = contentOf(element);
    const finished = content === undefined ? { tag, attrs } : { tag, attrs, content };
    const parent = this.open.at(-1);
    if (parent === undefined) this.root = finished;
    else parent.children.push(finished);
  }
}

interface ParsedTag {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, { readonly prefix: string; readonly value: string }>>;
}

/** Whatever prefix the sender gave the stream's namespace, our trees say `stream:`; no other may pass for it. */
function tagOf({ name, local, uri }: ParsedTag): string {
  if (uri === streamNamespace && name !== local) return `stream:${local}`;
  if (name.startsWith("stream:")) refuse(`prefix "stream" bound to ${JSON.stringify(uri.slice(0, 60))}`);
  return name;
}

function contentOf({ tag, base64, children, text }: OpenElement): StanzaContent | undefined {
  if (children.length === 0) {
    if (base64) return bytesFrom(text, tag);
    return text === "" ? undefined : text;
  }
  if (base64) throw new StanzaError("xml-bad-base64", `Read XML: ${tag} is marked as bytes and has child elements`);
  if (/[^ \t\r\n]/.test(text)) {
    throw new StanzaError("xml-mixed-content", `Read XML: ${tag} has both text and child elements, wanted one of them`);
  }
  return children;
}

function bytesFrom(text: string, tag: string): Uint8Array {
  const bytes = fromBase64(text);
  if (bytes !== undefined) return bytes;
  throw new StanzaError("xml-bad-base64", `Read XML: the text of ${tag} is not base64 (standard alphabet, padded)`);
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
