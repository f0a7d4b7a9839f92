import { node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalMessage } from "../../signal/account.js";

export interface MessageHead {
  readonly id: string;
  readonly to: string;
  readonly type: "text" | "reaction";
}

/** @param count Ordinal of a resend after a retry receipt; absent the first time. */
export function encNode({ type, bytes }: SignalMessage, count?: number): StanzaNode {
  return node("enc", { v: "2", type, count: count?.toString() }, bytes);
}

/**
 * One direct `enc`: a third-party account has a single device, so there is no fan-out, and an attribute too many is
 * refused with 479 (interop facts 45 and 49).
 */
export function messageStanza({ id, to, type }: MessageHead, enc: StanzaNode): StanzaNode {
  return node("message", { id, to, type }, [enc]);
}
