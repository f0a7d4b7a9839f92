import { bareJid, formatJid, parseJid } from "../../protocol/ids/jid.js";
import type { StanzaNode } from "../../protocol/stanza/node.js";
import type { Incoming } from "./types.js";

/**
 * Undefined when id or sender is missing, so that nobody could be answered.
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
