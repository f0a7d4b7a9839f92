import { childrenOf, node, type StanzaNode } from "../../protocol/stanza/node.js";

/** A copy with one attribute added or replaced, as mutants need it. The others below are copies too. */
export function withAttribute(subject: StanzaNode, name: string, value: string): StanzaNode {
  return node(subject.tag, { ...subject.attrs, [name]: value }, subject.content);
}

export function withoutChild(subject: StanzaNode, tag: string): StanzaNode {
  return node(
    subject.tag,
    subject.attrs,
    childrenOf(subject).filter((child) => child.tag !== tag),
  );
}

/** `change` for every node with this tag, at any depth. */
export function changeNodes(subject: StanzaNode, tag: string, change: (found: StanzaNode) => StanzaNode): StanzaNode {
  const children = childrenOf(subject);
  const whole =
    children.length === 0
      ? subject
      : node(
          subject.tag,
          subject.attrs,
          children.map((child) => changeNodes(child, tag, change)),
        );
  return whole.tag === tag ? change(whole) : whole;
}
