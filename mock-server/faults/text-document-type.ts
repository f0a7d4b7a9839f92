import { utf8 } from "../../core/bytes.js";
import { toXml } from "../../protocol/stanza/xml/write.js";
import { defineFault } from "./fault.js";
import { choice } from "./parameters.js";

/** Ten entities, each ten times the one before. */
const laughs = Array.from({ length: 10 }, (_, level) => {
  const inner = level === 0 ? "ha" : `&l${level - 1};`.repeat(10);
  return `<!ENTITY l${level} "${inner}">`;
}).join("");

const forms = {
  "document-type": (xml: string) => `<!DOCTYPE iq>${xml}`,
  "internal-entity": (xml: string) => `<!DOCTYPE iq [<!ENTITY e "get">]>${xml.replace('type="get"', 'type="&e;"')}`,
  "external-entity": (xml: string) =>
    `<!DOCTYPE iq [<!ENTITY e SYSTEM "file:///etc/hostname">]>${xml.replace(/\/>$/, "><note>&e;</note></iq>")}`,
  "growing-entities": (xml: string) => `<!DOCTYPE iq [${laughs}]>${xml.replace(/\/>$/, "><note>&l9;</note></iq>")}`,
} as const;

type Form = keyof typeof forms;

export const textDocumentType = defineFault({
  id: "text-document-type",
  sentence: "Sends a stanza as text with a document type before it, and entities in that",
  hook: "stanza-plaintext",
  params: { form: choice(Object.keys(forms) as Form[], "document-type") },
  fits: ({ node }) => node.tag === "iq" && node.content === undefined,
  effect: ({ node }, { form }) => ({ node, plaintext: utf8(forms[form](toXml(node))) }),
});
