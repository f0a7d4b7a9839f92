/** Caps that hold for every form of a stanza, so that hostile input costs bounded time and memory. */
export interface StanzaLimits {
  /** Bytes of the encoded stanza, as received. */
  readonly maxBytes: number;
  /** Bytes after decompression. */
  readonly maxInflated: number;
  /** Nested nodes; the root is at depth 1. */
  readonly maxDepth: number;
  /** Nodes in the whole stanza. */
  readonly maxNodes: number;
  /** Attributes of one node. */
  readonly maxAttrs: number;
}

/**
 * `maxBytes` is what a 3-byte frame length allows (wire 1.1). A first upload of 812 one-time keys has about 2 500
 * nodes and no known stanza nests deeper than 8, so real peers stay far below the rest.
 */
export const defaultStanzaLimits: StanzaLimits = {
  maxBytes: 2 ** 24,
  maxInflated: 2 ** 24,
  maxDepth: 32,
  maxNodes: 2 ** 16,
  maxAttrs: 64,
};

/** Complete limits, the default ones but for `changes`. Make them once, not for each stanza. */
export function stanzaLimits(changes: Partial<StanzaLimits> = {}): StanzaLimits {
  return { ...defaultStanzaLimits, ...changes };
}

/** Writers refuse deeper trees, which are never intended, not even as hostile test input. This also stops cycles. */
export const maxWrittenDepth = 1024;
