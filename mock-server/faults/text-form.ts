import { utf8 } from "../../core/bytes.js";
import { node as makeNode, type StanzaNode } from "../../protocol/stanza/node.js";
import { toXml } from "../../protocol/stanza/xml/write.js";
import { defineFault } from "./fault.js";
import { choice } from "./parameters.js";

const forms = {
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
} as const;

type Form = keyof typeof forms;

export const textForm = defineFault({
  id: "text-form",
  sentence: "Writes a stanza as text in an unusual but equal form: other quotes, order, white space or references",
  hook: "stanza-plaintext",
  params: { form: choice(Object.keys(forms) as Form[], "single-quotes") },
  fits: ({ node }) => node.content === undefined,
  effect: ({ node }, { form }) => ({ node, plaintext: utf8(forms[form](node)) }),
});

/** Decimal and hexadecimal by turns. */
function inReferences(text: string): string {
  return Array.from(text)
    .map((character, at) => {
      const point = character.codePointAt(0) ?? 0;
      return at % 2 === 0 ? `&#${point};` : `&#x${point.toString(16)};`;
    })
    .join("");
}
