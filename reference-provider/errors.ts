import { CodedError } from "../core/coded-error.js";

/** Failures of an offered driver method; docs/errors/reference-provider.md has a paragraph for each. */
export const providerErrorCodes = [
  "not-configured",
  "unsupported-profile",
  "unknown-user",
  "user-exists",
  "http-failed",
  "enlistment-rejected",
  "enlistment-failed",
  "not-enlisted",
  "connect-failed",
  "not-connected",
  "connection-ended",
  "no-reply",
  "recipient-unknown",
  "recipient-keys-bad",
  "request-refused",
  "message-refused",
  "file-unavailable",
  "state-unreadable",
] as const;

export type ProviderErrorCode = (typeof providerErrorCodes)[number];

export class ProviderError extends CodedError<ProviderErrorCode> {}
