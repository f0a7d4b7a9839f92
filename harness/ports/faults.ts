import type { Json } from "../model/trace.js";

/**
 * Every deviation that the simulated Meta side can be asked for. A fault is armed as data, acts at the operation that
 * its name says, and is disarmed when the scenario ends. One file each in `mock-server/faults/`.
 */
export const faultIds = [
  // Enlistment
  "enlistment-refused", // params: reason
  "enlistment-answer-malformed", // params: form
  "enlistment-server-error", // params: status
  // Handshake
  "certificate-foreign-root",
  "certificate-bad-signature",
  "certificate-leaf-mismatch",
  "certificate-expired", // params: certificate "leaf" | "intermediate"
  "certificate-not-yet-valid", // params: certificate
  "certificate-wrong-issuer", // params: certificate
  "certificate-short-signature",
  "server-hello-tampered", // params: part "static" | "payload"
  "server-hello-zero-ephemeral",
  "server-hello-short-ephemeral",
  "server-hello-unknown-fields",
  "server-hello-withheld",
  "login-failure", // params: reason
  // Transport
  "frame-tampered",
  "frame-repeated",
  "frame-empty",
  "frames-swapped",
  "frames-split",
  "frames-coalesced",
  "frames-compressed",
  // Codec
  "stanza-malformed", // params: form
  "stanza-nested", // params: depth
  "stanza-inflates", // params: megabytes
  "stanza-encoding", // params: form "wide" | "spelled-out" | "interop-jid-short"
  "text-form", // params: form
  "text-malformed", // params: form
  "text-document-type", // params: form
  // Session
  "ping-unanswered",
  "ping-wrong-id",
  // Keys
  "key-upload-refused", // params: error
  "key-digest-wrong",
  "bundle-bad-signature", // params: form "spoilt" | "zero" | "missing"
  "bundle-without-one-time-key",
  "bundle-bad-width", // params: part "identity" | "signed-key" | "signature" | "one-time-key"
  "identity-notice-withheld",
  // Messages from a simulated user to the provider's user
  "ciphertext-corrupted",
  "ciphertext-changed",
  "padding-length", // params: length 1 … 16
  "padding-inconsistent",
  "content-malformed",
  "enc-type-unknown",
  "enc-missing",
  "plaintext-downgrade",
  "message-duplicated",
  // Groups
  "sender-key-withheld",
  "group-message-forged",
  "group-outsider-heard",
  "message-held-back",
  "messages-skipped", // params: count
  "ciphertext-replayed", // params: of, the id of an earlier message
  "signal-version", // params: byte
  "enc-version", // params: version
  "enc-twice",
  "plaintext-empty",
  "content-unknown",
  "content-wrapped", // params: field
  "identity-spoofed",
  "signed-key-unknown",
  // Files of simulated users
  "media-mac-wrong",
  "media-enc-hash-wrong",
  "media-hash-wrong",
  "media-length-wrong",
  "media-kind-wrong",
  "media-truncated",
  "media-surplus",
  "media-missing", // params: status
  "media-unavailable", // params: status, answers
  "media-broken-off", // params: answers
  "media-slow", // params: pieces, everyMs
  // Push
  "push-forged", // params: kind "signature" | "expired" | "audience" | "issuer" | "key" | "public-secret" | "unsigned" | "missing"
  "push-key-rotated",
  "push-withheld",
  // Messages from the provider's user
  "message-ack-error", // params: error
  "message-lost",
  "retry-requested",
  "receipt-lost",
  "retry-endless",
  "retry-other-registration",
  // Requests of the provider's user whose form the profile decides
  "request-refused", // params: request "blocklist" | "deletion" | "reachability", error
] as const;

export type FaultId = (typeof faultIds)[number];

export interface FaultRequest {
  readonly fault: FaultId;
  /** Login or user id that it is meant for; anyone when absent. */
  readonly account?: string;
  /** How many operations it could act at are left alone first; none by default. */
  readonly skip?: number;
  /** How often it acts; once by default. */
  readonly times?: number | "always";
  readonly params?: { readonly [key: string]: Json };
}
