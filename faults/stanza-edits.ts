import { childNamed, childrenNamed, childrenOf, isNodeList, type StanzaNode } from "../protocol/stanza/node.js";
import type { SealedMessage } from "./hooks.js";

/** Small changes to bytes and stanzas from which effects are made. All return copies. */

/** Flips one bit of the last byte; empty input stays empty. */
export function flipLastByte(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const last = copy.length - 1;
  if (last >= 0) copy[last] = (copy[last] ?? 0) ^ 1;
  return copy;
}

/** Replaces every child with this tag by the result of `change`; undefined removes it. */
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

/** Changes the `enc` elements of each stanza; undefined removes one. */
export function changeEncs(sealed: SealedMessage, change: (enc: StanzaNode) => StanzaNode | undefined): SealedMessage {
  return { ...sealed, stanzas: sealed.stanzas.map((message) => changeChildren(message, "enc", change)) };
}

export function hasEnc({ stanzas }: SealedMessage): boolean {
  return stanzas.some((message) => childNamed(message, "enc") !== undefined);
}

/** Whether it was encrypted once for all members of a group. */
export function isForGroup(message: StanzaNode): boolean {
  return childrenNamed(message, "enc").some(({ attrs }) => attrs["type"] === "skmsg");
}
