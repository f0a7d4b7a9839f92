import { childrenOf, type EntryOf, type StanzaEntry, type Trace, type TraceNode } from "./index.js";

/**
 * Whether a receipt of this type says that a message was delivered. Open clients send `inactive` while their user is not
 * available, and the other side shows no tick for it (wire 3.9): it is a receipt of delivery all the same.
 */
export function confirmsDelivery(type: string | undefined): boolean {
  return type === undefined || type === "" || type === "delivery" || type === "inactive";
}

/** Receipts of the provider that name this id, alone or in a list; of one type, or of delivery (""). */
export function receipts(trace: Trace, id: string, type?: string): readonly StanzaEntry[] {
  const fits = (found: string | undefined): boolean =>
    type === undefined || (type === "" ? confirmsDelivery(found) : found === type);
  return trace.stanzas.fromProvider
    .tag("receipt")
    .where(({ node }) => idsIn(node).includes(id) && fits(node.attrs["type"])).list;
}

/** Receipts of the provider that name no message or notice that the server sent. */
export function receiptsForNothing(trace: Trace): readonly StanzaEntry[] {
  const sent = new Set(
    trace.stanzas.toProvider.where(({ node }) => node.tag !== "ack").list.map(({ node }) => node.attrs["id"]),
  );
  return trace.stanzas.fromProvider.tag("receipt").where(({ node }) => !idsIn(node).some((id) => sent.has(id))).list;
}

/** Receipts by which a message is taken: all but those that say that it was read, which come when the user has. */
export function answeringReceipts(trace: Trace, id: string): readonly StanzaEntry[] {
  return receipts(trace, id).filter(({ node }) => node.attrs["type"] !== "read");
}

/** The provider's acks of a message. */
export function messageAcks(trace: Trace, id: string): readonly StanzaEntry[] {
  return trace.stanzas.fromProvider.tag("ack").attr("id", id).attr("class", "message").list;
}

/** Receipts and acks by which the provider answered a message. */
export function messageAnswers(trace: Trace, id: string): readonly StanzaEntry[] {
  return [...answeringReceipts(trace, id), ...messageAcks(trace, id)];
}

/** Read receipts of the provider's users. */
export function readReceipts(trace: Trace): readonly StanzaEntry[] {
  return trace.stanzas.fromProvider.tag("receipt").attr("type", "read").list;
}

/** Receipts on their way to the provider; of one type, or of none (""). */
export function receiptsToProvider(trace: Trace, type: string): readonly StanzaEntry[] {
  return trace.stanzas.toProvider.tag("receipt").where(({ node }) => (node.attrs["type"] ?? "") === type).list;
}

/** The messages that a receipt is for: its own id, and those in its list. */
export function idsIn({ attrs, children = [] }: TraceNode): readonly string[] {
  const listed = children.flatMap((list) => childrenOf(list, "item")).map((item) => item.attrs["id"] ?? "");
  return [attrs["id"] ?? "", ...listed];
}

/** Receipt events that the provider reported for this message; of one type, or of any. */
export function receiptReports(trace: Trace, id: string, type?: string): readonly EntryOf<"event">[] {
  return trace.of("event", ({ event }) => {
    const { kind, ids, type: found } = event as { kind: string; ids?: unknown; type?: unknown };
    return kind === "receipt" && Array.isArray(ids) && ids.includes(id) && (type === undefined || found === type);
  });
}
