import { CodedError } from "../core/coded-error.js";

/** What the simulated endpoint refuses, from its user (the harness) or from a peer on a chat connection. */
export const mockServerErrorCodes = [
  "unknown-fault",
  "bad-fault-parameter",
  "unsupported-profile-value",
  "bad-stanza-json",
  "endpoint-closed",
  "handshake-timeout",
  "repeated-header",
  "text-message",
  "backlog-exceeded",
  "pairing-unknown",
] as const;

export type MockServerErrorCode = (typeof mockServerErrorCodes)[number];

export class MockServerError extends CodedError<MockServerErrorCode> {}
