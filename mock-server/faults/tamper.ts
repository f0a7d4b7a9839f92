import { childrenOf, isNodeList, type StanzaNode } from "../../protocol/stanza/node.js";

/** A copy with one bit of the last byte turned; empty input stays empty. */
export function flipLastByte(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const last = copy.length - 1;
  if (last >= 0) copy[last] = (copy[last] ?? 0) ^ 1;
  return copy;
}

/** A copy in which every child with this tag is what `change` makes of it; undefined takes it out. */
export function changeChildren(
  parent: StanzaNode,
  tag: string,
  change: (child: StanzaNode) => StanzaNode | undefined,
): StanzaNode {
  if (!isNodeList(parent.content)) return parent;
  const content = childrenOf(parent).flatMap((child) => (child.tag === tag ? (change(child) ?? []) : child));
  return { ...parent, content };
}

export function withFlippedBytes(holder: StanzaNode): StanzaNode {
  return holder.content instanceof Uint8Array ? { ...holder, content: flipLastByte(holder.content) } : holder;
}

export function withAttribute(holder: StanzaNode, name: string, value: string): StanzaNode {
  return { ...holder, attrs: { ...holder.attrs, [name]: value } };
}
