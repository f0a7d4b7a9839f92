import type { Call } from "./calls.js";
import type { StanzaEntry, Trace, TraceNode } from "./index.js";

/** Keys and pings have suites of their own. */
const elsewhere = ["encrypt", "w:p", "passive"];

/** What the provider's client has asked of the server since a driver call, besides keys and pings. */
export function requestsSince(trace: Trace, { request }: Call, type: "get" | "set"): readonly StanzaEntry[] {
  return trace
    .after(request)
    .stanzas.fromProvider.tag("iq")
    .attr("type", type)
    .where(({ node }) => !elsewhere.includes(node.attrs["xmlns"] ?? "")).list;
}

/** The server's answer to a request. */
export function answerTo(trace: Trace, { node, connection, seq }: StanzaEntry): StanzaEntry | undefined {
  return trace.stanzas.toProvider
    .on(connection)
    .tag("iq")
    .attr("id", node.attrs["id"])
    .where((entry) => entry.seq > seq).list[0];
}

/** Whether an attribute somewhere in the stanza has this value. */
export function mentions({ attrs, children = [] }: TraceNode, value: string): boolean {
  return Object.values(attrs).includes(value) || children.some((child) => mentions(child, value));
}
