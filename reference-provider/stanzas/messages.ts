import type { MediaKind } from "../../protocol/content/content.js";
import { bareJid, formatJid, parseJid } from "../../protocol/ids/jid.js";
import { node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalMessage } from "../../signal/account.js";
import type { TypingState } from "../events.js";

/** A message stanza from the server with what every message must have. */
export interface Incoming {
  readonly id: string;
  readonly from: string;
  /** Unix seconds, as text. */
  readonly t: string;
  /** It waited on the server while the user was away. */
  readonly offline: boolean;
  readonly stanza: StanzaNode;
}

/**
 * Undefined when id or sender is missing, because then no one could be answered.
 *
 * @param nowSeconds In place of a time that the server left out.
 */
export function readIncoming(stanza: StanzaNode, nowSeconds: number): Incoming | undefined {
  const { id, from, t, offline } = stanza.attrs as Partial<Record<"id" | "from" | "t" | "offline", string>>;
  if (id === undefined || from === undefined) return undefined;
  return { id, from, t: t ?? `${nowSeconds}`, offline: offline !== undefined, stanza };
}

/** The account that a stanza came from; undefined for the server and for what is no address. */
export function contactOf(from: string | undefined): string | undefined {
  const jid = from === undefined ? undefined : parseJid(from);
  return jid && formatJid(bareJid(jid));
}

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

/** Typing, or a pause in it (interop fact 53). */
export function chatstate(to: string, state: TypingState): StanzaNode {
  return node("chatstate", { to }, [node(state)]);
}
