import { XmlDocument, XmlElement } from "libxml2-wasm";
import { StanzaError } from "../../errors.js";
import type { StanzaNode } from "../../node.js";
import { fromXml } from "../read.js";

/** Whether libxml2, a second and independent parser, accepts a text as well-formed. */
export function acceptedByLibxml(text: string): boolean {
  try {
    // Lone surrogates cannot even be written as UTF-8.
    if (/\p{Surrogate}/u.test(text)) return false;
    XmlDocument.fromString(text).dispose();
    return true;
  } catch {
    return false;
  }
}

/** What libxml2 reads in a well-formed document, as a stanza: white space between elements left out, prefixes kept. */
export function treeByLibxml(text: string): StanzaNode {
  const document = XmlDocument.fromString(text);
  try {
    return treeOf(document.root);
  } finally {
    document.dispose();
  }
}

function treeOf(element: XmlElement): StanzaNode {
  const attrs = Object.fromEntries(element.attrs.map((attribute) => [named(attribute), attribute.value]));
  const namespace = element.nsDeclarations[""];
  const children: StanzaNode[] = [];
  let text = "";
  for (let next = element.firstChild; next !== null; next = next.next) {
    if (next instanceof XmlElement) children.push(treeOf(next));
    else text += next.content;
  }
  const content = children.length > 0 ? children : text;
  return {
    tag: named(element),
    attrs: namespace === undefined ? attrs : { ...attrs, xmlns: namespace },
    ...(content.length > 0 && { content }),
  };
}

function named({ prefix, name }: { readonly prefix: string; readonly name: string }): string {
  return prefix === "" ? name : `${prefix}:${name}`;
}

/** "forbidden" is what a stanza must not hold (comment, document type, mixed content …), even if an error follows. */
export function ourVerdict(text: string): "accepted" | "not well-formed" | "forbidden" {
  try {
    fromXml(text);
    return "accepted";
  } catch (error) {
    if (!(error instanceof StanzaError)) throw error;
    return error.code === "xml-not-well-formed" ? "not well-formed" : "forbidden";
  }
}
