import { concat, utf8 } from "../core/bytes.js";
import { node as makeNode, type StanzaNode } from "../protocol/stanza/node.js";
import { toXml } from "../protocol/stanza/xml/write.js";
import { fault, faultTable } from "./fault.js";
import { keyOf } from "./parameters.js";

const equalForms = {
  "single-quotes": (node: StanzaNode) => toXml(node).replaceAll('"', "'"),
  "reverse-order": (node: StanzaNode) =>
    toXml(makeNode(node.tag, Object.fromEntries(Object.entries(node.attrs).reverse()), node.content)),
  "white-space": (node: StanzaNode) =>
    toXml(node)
      .replaceAll(/ (\w+)="/g, '\n\t$1 = "')
      .replace(/\/>$/, "\n/>\n"),
  "end-tag": (node: StanzaNode) => toXml(node).replace(/\/>$/, `></${node.tag}>`),
  references: (node: StanzaNode) =>
    toXml(node).replace(/ id="([^"]*)"/, (_, id: string) => ` id="${inReferences(id)}"`),
  declaration: (node: StanzaNode) => `<?xml version="1.0" encoding="UTF-8"?>${toXml(node)}`,
};

/** Each leaves the start tag intact, so that a reader that ignores the error would find the stanza. */
const malformed = {
  unclosed: (xml: string) => utf8(xml.replace(/\/>$/, ">")),
  mismatched: (xml: string) => utf8(xml.replace(/\/>$/, "></other>")),
  "second-root": (xml: string) => utf8(xml + xml),
  "attribute-twice": (xml: string) => utf8(xml.replace(/\/>$/, ' type="get"/>')),
  "bare-ampersand": (xml: string) => utf8(xml.replace(/\/>$/, ' note="this & that"/>')),
  "unknown-reference": (xml: string) => utf8(xml.replace(/\/>$/, ' note="&this;"/>')),
  "not-utf-8": (xml: string) => concat(utf8(xml.replace(/\/>$/, ' note="')), Uint8Array.of(0xff, 0xfe), utf8('"/>')),
  "control-character": (xml: string) => utf8(xml.replace(/\/>$/, ' note="\u0001"/>')),
};

/** Ten entities, each of which repeats the one before it ten times. */
const growingEntities = Array.from({ length: 10 }, (_, level) => {
  const inner = level === 0 ? "ha" : `&l${level - 1};`.repeat(10);
  return `<!ENTITY l${level} "${inner}">`;
}).join("");

const documentTypes = {
  "document-type": ({ tag }: StanzaNode, xml: string) => `<!DOCTYPE ${tag}>${xml}`,
  "internal-entity": ({ tag, attrs: { type = "" } }: StanzaNode, xml: string) =>
    `<!DOCTYPE ${tag} [<!ENTITY e "${type}">]>${xml.replace(`type="${type}"`, 'type="&e;"')}`,
  "external-entity": ({ tag }: StanzaNode, xml: string) =>
    `<!DOCTYPE ${tag} [<!ENTITY e SYSTEM "file:///etc/hostname">]>${withNote(tag, xml, "&e;")}`,
  "growing-entities": ({ tag }: StanzaNode, xml: string) =>
    `<!DOCTYPE ${tag} [${growingEntities}]>${withNote(tag, xml, "&l9;")}`,
};

/** What the chat server can do wrong, or do unusually, when it writes a stanza as XML text. */
export const textFaults = faultTable({
  "text-form": fault({
    sentence: "Writes a stanza as text in an unusual but equal form: other quotes, order, white space or references",
    hook: "stanza-plaintext",
    params: { form: keyOf(equalForms, "single-quotes") },
    fits: ({ node }) => node.content === undefined,
    effect: ({ node }, { form }) => ({ node, plaintext: utf8(equalForms[form](node)) }),
  }),
  "text-malformed": fault({
    sentence: "Sends a stanza as text that is not well-formed XML",
    hook: "stanza-plaintext",
    params: { form: keyOf(malformed, "unclosed") },
    fits: ({ node }) => node.content === undefined,
    effect: ({ node }, { form }) => ({ node, plaintext: malformed[form](toXml(node)) }),
  }),
  "text-document-type": fault({
    sentence: "Sends a stanza as text with a document type declaration, in some forms with entities",
    hook: "stanza-plaintext",
    params: { form: keyOf(documentTypes, "document-type") },
    fits: ({ node: { tag, content } }) => (tag === "iq" || tag === "notification") && content === undefined,
    effect: ({ node }, { form }) => ({ node, plaintext: utf8(documentTypes[form](node, toXml(node))) }),
  }),
});

/** Decimal and hexadecimal in turn. */
function inReferences(text: string): string {
  return Array.from(text)
    .map((character, at) => {
      const point = character.codePointAt(0) ?? 0;
      return at % 2 === 0 ? `&#${point};` : `&#x${point.toString(16)};`;
    })
    .join("");
}

/** An empty element, with a `note` child that holds this text. */
function withNote(tag: string, xml: string, note: string): string {
  return xml.replace(/\/>$/, `><note>${note}</note></${tag}>`);
}
