import type { MediaKind } from "../../protocol/content/content.js";
import { node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalMessage } from "../../signal/account.js";

/** `mediatype` of an `enc`, as ordinary clients write it. */
export const mediaTypes: Readonly<Record<MediaKind, string>> = {
  image: "image",
  video: "video",
  audio: "audio",
  voice: "ptt",
  document: "document",
};

export interface MessageHead {
  readonly id: string;
  readonly to: string;
  readonly type: "text" | "media" | "reaction";
}

/**
 * @param count Ordinal of a resend after a retry receipt; absent the first time.
 * @param mediatype Of a message with a file.
 */
export function encNode({ type, bytes }: SignalMessage, count?: number, mediatype?: string): StanzaNode {
  return node("enc", { v: "2", type, count: count?.toString(), mediatype }, bytes);
}

/**
 * One direct `enc`: a third-party account has a single device, so there is no fan-out, and an attribute too many is
 * refused with 479 (interop facts 45 and 49).
 */
export function messageStanza({ id, to, type }: MessageHead, enc: StanzaNode): StanzaNode {
  return node("message", { id, to, type }, [enc]);
}
