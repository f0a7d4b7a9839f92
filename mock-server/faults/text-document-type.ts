import { utf8 } from "../../core/bytes.js";
import type { StanzaNode } from "../../protocol/stanza/node.js";
import { toXml } from "../../protocol/stanza/xml/write.js";
import { defineFault } from "./fault.js";
import { choice } from "./parameters.js";

/** Ten entities, each ten times the one before. */
const laughs = Array.from({ length: 10 }, (_, level) => {
  const inner = level === 0 ? "ha" : `&l${level - 1};`.repeat(10);
  return `<!ENTITY l${level} "${inner}">`;
}).join("");

const forms = {
  "document-type": ({ tag }: StanzaNode, xml: string) => `<!DOCTYPE ${tag}>${xml}`,
  "internal-entity": ({ tag, attrs: { type = "" } }: StanzaNode, xml: string) =>
    `<!DOCTYPE ${tag} [<!ENTITY e "${type}">]>${xml.replace(`type="${type}"`, 'type="&e;"')}`,
  "external-entity": ({ tag }: StanzaNode, xml: string) =>
    `<!DOCTYPE ${tag} [<!ENTITY e SYSTEM "file:///etc/hostname">]>${noted(xml, `&e;</note></${tag}>`)}`,
  "growing-entities": ({ tag }: StanzaNode, xml: string) =>
    `<!DOCTYPE ${tag} [${laughs}]>${noted(xml, `&l9;</note></${tag}>`)}`,
} as const;

type Form = keyof typeof forms;

export const textDocumentType = defineFault({
  id: "text-document-type",
  sentence: "Sends a stanza as text with a document type before it, and entities in that",
  hook: "stanza-plaintext",
  params: { form: choice(Object.keys(forms) as Form[], "document-type") },
  fits: ({ node: { tag, content } }) => (tag === "iq" || tag === "notification") && content === undefined,
  effect: ({ node }, { form }) => ({ node, plaintext: utf8(forms[form](node, toXml(node))) }),
});

/** An empty element with a note in it, whose text and the end of both are given. */
function noted(xml: string, rest: string): string {
  return xml.replace(/\/>$/, `><note>${rest}`);
}
