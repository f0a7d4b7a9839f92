import { node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalMessage } from "../../signal/account.js";
import { encNode, type Incoming } from "./messages.js";
import { type RetryContext, retryReceipt } from "./receipts.js";

/** A message of a group: `from` is the group. */
export interface GroupIncoming extends Incoming {
  /** The member who wrote it, without a device. */
  readonly author: string;
  /** The same as the server wrote it. */
  readonly participant: string;
}

/** How the stanza of a message to a group is headed. */
export interface GroupHead {
  readonly id: string;
  readonly group: string;
  readonly type: "text" | "media";
  /** Of a message with a file. */
  readonly mediatype?: string;
}

/** A message to a group, sealed for one member that asked for it again. */
export interface GroupResend extends GroupHead {
  readonly member: string;
  /** As in the retry receipt. */
  readonly count: number;
}

// The forms are those of the ordinary client (wire 3.6, 5.4 and 5.6); what Meta asks of third parties is not public.

export function groupQuery(id: string, group: string): StanzaNode {
  return node("iq", { id, type: "get", xmlns: "w:g2", to: group }, [node("query", { request: "interactive" })]);
}

/** The key to each member of `shares`, before what it opens. */
export function groupMessage(
  { id, group, type, mediatype }: GroupHead,
  shares: ReadonlyMap<string, SignalMessage>,
  sealed: Uint8Array,
): StanzaNode {
  const to = [...shares].map(([jid, share]) => node("to", { jid }, [encNode(share)]));
  const participants = to.length === 0 ? [] : [node("participants", {}, to)];
  const enc = node("enc", { v: "2", type: "skmsg", mediatype }, sealed);
  return node("message", { id, to: group, type }, [...participants, enc]);
}

export function groupMessageAgain(resend: GroupResend, sealed: SignalMessage): StanzaNode {
  const { id, group, member, type, mediatype, count } = resend;
  return node("message", { id, to: group, participant: member, type }, [encNode(sealed, count, mediatype)]);
}

export function groupDelivery({ id, from, participant }: GroupIncoming): StanzaNode {
  return node("receipt", { id, to: from, participant });
}

export function groupRetry(message: GroupIncoming, retry: RetryContext): StanzaNode {
  const receipt = retryReceipt(message, retry);
  return { ...receipt, attrs: { ...receipt.attrs, participant: message.participant } };
}

export function groupAck({ id, from, participant }: GroupIncoming, error: string): StanzaNode {
  return node("ack", { class: "message", id, to: from, participant, error });
}
