import { node, type StanzaNode } from "../../protocol/stanza/node.js";

/** What an ack needs of the stanza that it answers. */
export interface Acknowledged {
  readonly id: string;
  readonly from: string;
}

/** Error codes of a client's negative ack (interop fact 78). */
export const nackCodes = {
  unparsable: "487",
  unknownStanza: "488",
  unknownType: "490",
  badContent: "491",
  oldCounter: "496",
  unhandled: "500",
} as const;

/** Takes a message off the server's queue without a receipt. */
export function messageAck({ id, from }: Acknowledged, error?: string): StanzaNode {
  return node("ack", { class: "message", id, to: from, error });
}

/** The type is echoed, never invented: an added one ends the stream (wire 3.8). */
export function receiptAck(receipt: StanzaNode): StanzaNode {
  return echo("receipt", receipt);
}

export function notificationAck(notification: StanzaNode): StanzaNode {
  return echo("notification", notification);
}

/** Calls are not offered; the ack only confirms that the stanza arrived. */
export function callAck(call: StanzaNode): StanzaNode {
  return echo("call", call);
}

function echo(what: string, { attrs }: StanzaNode): StanzaNode {
  const { id, from, type, participant } = attrs;
  return node("ack", { class: what, id, to: from, type, participant });
}
