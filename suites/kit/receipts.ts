import { childrenOf, type EntryOf, type StanzaEntry, type Trace, type TraceNode } from "./index.js";

/** The messages that a receipt stands for: its own id, and those in its list. */
export function idsIn({ attrs, children = [] }: TraceNode): readonly string[] {
  const listed = children.flatMap((list) => childrenOf(list, "item")).map((item) => item.attrs["id"] ?? "");
  return [attrs["id"] ?? "", ...listed];
}

/** Read receipts of the provider's users. */
export function readReceipts(trace: Trace): readonly StanzaEntry[] {
  return trace.stanzas.fromProvider.tag("receipt").attr("type", "read").list;
}

/** Receipts on their way to the provider; of one type, or of none (""). */
export function receiptsToProvider(trace: Trace, type: string): readonly StanzaEntry[] {
  return trace.stanzas.toProvider.tag("receipt").where(({ node }) => (node.attrs["type"] ?? "") === type).list;
}

/** What the user was told about this message. */
export function receiptReports(trace: Trace, id: string, type?: string): readonly EntryOf<"event">[] {
  return trace.of("event", ({ event }) => {
    const { kind, ids, type: found } = event as { kind: string; ids?: unknown; type?: unknown };
    return kind === "receipt" && Array.isArray(ids) && ids.includes(id) && (type === undefined || found === type);
  });
}
