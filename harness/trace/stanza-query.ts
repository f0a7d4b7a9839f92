import type { StanzaEntry, TraceNode } from "../model/trace.js";

/** Narrows stanzas: `trace.stanzas.fromProvider.tag("iq").attr("xmlns", "w:p").list`. */
export interface StanzaQuery {
  readonly list: readonly StanzaEntry[];
  readonly fromProvider: StanzaQuery;
  readonly toProvider: StanzaQuery;
  of(account: string): StanzaQuery;
  on(connection: string): StanzaQuery;
  tag(tag: string): StanzaQuery;
  attr(name: string, value?: string): StanzaQuery;
  withChild(tag: string): StanzaQuery;
  where(fits: (entry: StanzaEntry) => boolean): StanzaQuery;
}

export function stanzaQuery(list: readonly StanzaEntry[]): StanzaQuery {
  const where = (fits: (entry: StanzaEntry) => boolean): StanzaQuery => stanzaQuery(list.filter(fits));
  return {
    list,
    get fromProvider() {
      return where((entry) => entry.direction === "in");
    },
    get toProvider() {
      return where((entry) => entry.direction === "out");
    },
    of: (account) => where((entry) => entry.account === account),
    on: (connection) => where((entry) => entry.connection === connection),
    tag: (tag) => where((entry) => entry.node.tag === tag),
    attr: (name, value) =>
      where((entry) => (value === undefined ? name in entry.node.attrs : entry.node.attrs[name] === value)),
    withChild: (tag) => where((entry) => childOf(entry.node, tag) !== undefined),
    where,
  };
}

export function childOf(node: TraceNode | undefined, tag: string): TraceNode | undefined {
  return node?.children?.find((child) => child.tag === tag);
}

export function childrenOf(node: TraceNode | undefined, tag: string): readonly TraceNode[] {
  return node?.children?.filter((child) => child.tag === tag) ?? [];
}

/** The bytes of a stanza's content; undefined when it has none. */
export function bytesIn(node: TraceNode | undefined): Uint8Array | undefined {
  return node?.bytes === undefined ? undefined : Uint8Array.from(Buffer.from(node.bytes, "base64"));
}
