import { bytesIn, childOf, childrenOf, type StanzaEntry, type Trace, type TraceNode } from "./index.js";

/** Key uploads of the provider's clients. */
export function uploads(trace: Trace): readonly StanzaEntry[] {
  return trace.stanzas.fromProvider.tag("iq").attr("xmlns", "encrypt").attr("type", "set").withChild("identity").list;
}

/** Key fetches of the provider's clients. */
export function fetches(trace: Trace): readonly StanzaEntry[] {
  return trace.stanzas.fromProvider.tag("iq").attr("xmlns", "encrypt").attr("type", "get").withChild("key").list;
}

export interface UploadedKey {
  readonly id: Uint8Array | undefined;
  readonly value: Uint8Array | undefined;
}

export function preKeysIn({ node }: StanzaEntry): readonly UploadedKey[] {
  return childrenOf(childOf(node, "list"), "key").map((key) => ({
    id: bytesIn(childOf(key, "id")),
    value: bytesIn(childOf(key, "value")),
  }));
}

/** Bytes in the element at `path`; undefined when there is none. */
export function sizeOf(node: TraceNode, ...path: readonly string[]): number | undefined {
  return bytesIn(path.reduce<TraceNode | undefined>(childOf, node))?.length;
}
