/** Every oddity by id, loaded when it is asked for. */
export const lawfulVariants = {
  "padding-always-16": () => import("./padding-always-16.js"),
  "padding-1-to-15": () => import("./padding-1-to-15.js"),
  "interop-jid-short": () => import("./interop-jid-short.js"),
  "ping-with-child": () => import("./ping-with-child.js"),
  "extra-pings": () => import("./extra-pings.js"),
  "attribute-order-reversed": () => import("./attribute-order-reversed.js"),
  "small-key-batch": () => import("./small-key-batch.js"),
  "single-byte-websocket-chunks": () => import("./single-byte-websocket-chunks.js"),
  "coalesced-frames": () => import("./coalesced-frames.js"),
  "slow-replies": () => import("./slow-replies.js"),
  "nacks-instead-of-silence": () => import("./nacks-instead-of-silence.js"),
  "drops-malformed-stanzas": () => import("./drops-malformed-stanzas.js"),
  "group-new-key-each-message": () => import("./group-new-key-each-message.js"),
  "group-renews-when-joined": () => import("./group-renews-when-joined.js"),
  "group-sends-phash": () => import("./group-sends-phash.js"),
} as const;
