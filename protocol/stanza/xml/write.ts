import { XMLBuilder } from "fast-xml-parser";
import { toBase64 } from "../../../core/bytes.js";
import { StanzaError } from "../errors.js";
import { maxWrittenDepth } from "../limits.js";
import { isNodeList } from "../node.js";
import type { StanzaNode } from "../node.js";
import {
  attributeNamePattern,
  base64Attribute,
  escapeAttribute,
  escapeText,
  tagNamePattern,
  unrepresentable,
} from "./text.js";

/** An element as the builder's ordered form wants it: one key is the tag, the other holds the attributes. */
type OrderedElement = Record<string, readonly OrderedElement[] | Readonly<Record<string, string>> | string>;

const attributesKey = ":@";
const textKey = "#text";
const attributePrefix = "@_";

// The builder's own escaping loses white space in attributes and carriage returns, so it gets escaped text.
const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: attributePrefix,
  textNodeName: textKey,
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
  processEntities: false,
  maxNestedTags: maxWrittenDepth + 2,
});

/**
 * The textual form, on one line without a declaration. Bytes become base64 under `b64="1"`; attribute order is kept.
 * `fromXml` gives the same tree back, except that empty text and an empty list become no content.
 *
 * @throws StanzaError `xml-not-representable` for a name or character that XML cannot carry, `too-deep`.
 */
export function toXml(root: StanzaNode): string {
  return builder.build([elementOf(root, 1)]);
}

function elementOf(subject: StanzaNode, depth: number): OrderedElement {
  const { tag, content } = subject;
  if (depth > maxWrittenDepth) {
    throw new StanzaError("too-deep", `Write a stanza as XML: nodes nest deeper than ${maxWrittenDepth}`);
  }
  if (!tagNamePattern.test(tag)) throw unwritable("a tag", tag);
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(subject.attrs)) {
    if (!isWritableAttribute(name, value)) throw unwritable("an attribute name", name);
    if (unrepresentable.test(value)) throw unwritable(`the value of attribute ${JSON.stringify(name)}`, value);
    attributes[attributePrefix + name] = escapeAttribute(value);
  }
  if (content instanceof Uint8Array) attributes[`${attributePrefix}${base64Attribute}`] = "1";
  return { [tag]: childrenOf(subject, depth), [attributesKey]: attributes };
}

function childrenOf({ tag, content }: StanzaNode, depth: number): readonly OrderedElement[] {
  if (isNodeList(content)) return content.map((child) => elementOf(child, depth + 1));
  if (content instanceof Uint8Array) return [{ [textKey]: toBase64(content) }];
  if (content === undefined || content === "") return [];
  if (unrepresentable.test(content)) throw unwritable(`the text of ${tag}`, content);
  return [{ [textKey]: escapeText(content) }];
}

/** `xmlns` is an ordinary attribute of the protocol, but XML forbids two values for it. */
function isWritableAttribute(name: string, value: string): boolean {
  if (name === "xmlns") return !value.startsWith("http://www.w3.org/");
  return attributeNamePattern.test(name) && name !== base64Attribute;
}

function unwritable(what: string, found: string): StanzaError {
  const shown = JSON.stringify(found.slice(0, 40));
  return new StanzaError("xml-not-representable", `Write a stanza as XML: ${what} is ${shown}, which XML cannot carry`);
}
