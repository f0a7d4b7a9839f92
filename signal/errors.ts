import { CodedError } from "../core/coded-error.js";

export const signalErrorCodes = [
  "no-session",
  "bad-mac",
  "bad-signature",
  "duplicate-message",
  "unknown-pre-key",
  "unknown-signed-pre-key",
  "malformed-message",
  "unsupported-version",
  "bad-signed-pre-key-signature",
  "malformed-bundle",
  "bad-key-id",
  "bad-address",
  "malformed-state",
  "unknown-engine",
  "signal-failure",
] as const;

export type SignalErrorCode = (typeof signalErrorCodes)[number];

export class SignalError extends CodedError<SignalErrorCode> {}
