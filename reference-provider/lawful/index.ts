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
  "resends-in-session": () => import("./resends-in-session.js"),
  "asks-four-times": () => import("./asks-four-times.js"),
  "retry-keys-at-once": () => import("./retry-keys-at-once.js"),
  "nacks-instead-of-silence": () => import("./nacks-instead-of-silence.js"),
  "asks-again-for-everything": () => import("./asks-again-for-everything.js"),
  "drops-malformed-stanzas": () => import("./drops-malformed-stanzas.js"),
} as const;
