import { childNamed, childrenNamed, type StanzaNode } from "../../protocol/stanza/node.js";
import type { SealedMessage } from "./hooks.js";

export function changeEach(sealed: SealedMessage, change: (message: StanzaNode) => StanzaNode): SealedMessage {
  return { ...sealed, stanzas: sealed.stanzas.map(change) };
}

export function hasEnc({ stanzas }: SealedMessage): boolean {
  return stanzas.some((message) => childNamed(message, "enc") !== undefined);
}

/** Sealed once for all members. */
export function isForGroup(message: StanzaNode): boolean {
  return childrenNamed(message, "enc").some(({ attrs }) => attrs["type"] === "skmsg");
}
