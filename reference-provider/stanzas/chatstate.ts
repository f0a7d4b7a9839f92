import { node, type StanzaNode } from "../../protocol/stanza/node.js";

/** Typing, or a pause in it (interop fact 53). */
export function chatstate(to: string, state: "composing" | "paused"): StanzaNode {
  return node("chatstate", { to }, [node(state)]);
}
