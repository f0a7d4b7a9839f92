export interface ContentLimits {
  /** Of the protobuf, without padding. */
  readonly maxBytes: number;
}

/** Nesting is bounded by the decoder itself (100). The published documents name no limit; this one is ours. */
export const defaultContentLimits: ContentLimits = { maxBytes: 256 * 1024 };
