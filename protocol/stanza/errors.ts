import { CodedError } from "../../core/coded-error.js";

/** Every way in which reading or writing a stanza fails. Each has a paragraph in docs/errors/stanza.md. */
export const stanzaErrorCodes = [
  "truncated",
  "trailing-bytes",
  "too-large",
  "too-deep",
  "too-many-nodes",
  "too-many-attributes",
  "bad-token",
  "bad-list",
  "bad-string",
  "bad-packed-string",
  "bad-jid",
  "duplicate-attribute",
  "unknown-flag",
  "bad-compression",
  "not-encodable",
  "xml-not-well-formed",
  "xml-forbidden-construct",
  "xml-mixed-content",
  "xml-bad-base64",
  "xml-not-representable",
  "json-malformed",
] as const;

export type StanzaErrorCode = (typeof stanzaErrorCodes)[number];

export class StanzaError extends CodedError<StanzaErrorCode> {
  /** Byte at which reading stopped, counted in what was given to the reader. */
  offset?: number;
}
