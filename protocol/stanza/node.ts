/** The tree of every stanza, independent of its form on the wire. */
export interface StanzaNode {
  readonly tag: string;
  /** Values are always text; addresses are in text form (`user@s.whatsapp.net`, `12-345:2@interop`). */
  readonly attrs: Readonly<Record<string, string>>;
  /**
   * The binary form keeps text and bytes apart only when the text is a dictionary word, packs, or is an address; other
   * text comes back as bytes. Readers that do not care use `textOf` and `bytesOf`. An empty list is no content.
   */
  readonly content?: StanzaContent;
}

export type StanzaContent = readonly StanzaNode[] | Uint8Array | string;

/** Builds a node; attributes whose value is undefined are left out. */
export function node(
  tag: string,
  attrs: Readonly<Record<string, string | undefined>> = {},
  content?: StanzaContent,
): StanzaNode {
  const present: Record<string, string> = {};
  for (const name of Object.keys(attrs)) {
    const value = attrs[name];
    if (value !== undefined) setAttribute(present, name, value);
  }
  return content === undefined ? { tag, attrs: present } : { tag, attrs: present, content };
}

/** Assigns one attribute; plain assignment to `__proto__` would set the prototype instead. */
export function setAttribute(attrs: Record<string, string>, name: string, value: string): void {
  if (name !== "__proto__") attrs[name] = value;
  else Object.defineProperty(attrs, name, { value, enumerable: true, configurable: true, writable: true });
}

/** The child nodes, empty when the content is text, bytes or absent. */
export function childrenOf(parent: StanzaNode): readonly StanzaNode[] {
  return isNodeList(parent.content) ? parent.content : [];
}

/** The first child with this tag. */
export function childNamed(parent: StanzaNode, tag: string): StanzaNode | undefined {
  return childrenOf(parent).find((child) => child.tag === tag);
}

export function childrenNamed(parent: StanzaNode, tag: string): readonly StanzaNode[] {
  return childrenOf(parent).filter((child) => child.tag === tag);
}

/** The content as bytes (text as UTF-8); undefined when it is absent or a list of nodes. */
export function bytesOf(holder: StanzaNode): Uint8Array | undefined {
  const { content } = holder;
  if (typeof content === "string") return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : undefined;
}

/** The content as text; undefined when it is absent, a list of nodes, or bytes that are not UTF-8. */
export function textOf(holder: StanzaNode): string | undefined {
  const { content } = holder;
  if (!(content instanceof Uint8Array)) return typeof content === "string" ? content : undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return undefined;
  }
}

/** One line for logs and messages: `<message to="1@lid" type="text"> enc, meta`. Never shows content bytes. */
export function describe(subject: StanzaNode): string {
  const attrs = Object.entries(subject.attrs).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  return `<${subject.tag}${attrs.join("")}>${describeContent(subject.content)}`;
}

/** True for content that is a list of child nodes. */
export function isNodeList(content: StanzaContent | undefined): content is readonly StanzaNode[] {
  return Array.isArray(content);
}

function describeContent(content: StanzaContent | undefined): string {
  if (content === undefined) return "";
  if (typeof content === "string")
    return ` ${JSON.stringify(content.length > 40 ? `${content.slice(0, 40)}…` : content)}`;
  if (content instanceof Uint8Array) return ` ${content.length} bytes`;
  const shown = content.slice(0, 8).map((child) => child.tag);
  return ` ${shown.join(", ")}${content.length > 8 ? ` and ${content.length - 8} more` : ""}`;
}
