import { CodedError } from "../../core/coded-error.js";

/** What the simulated endpoint refuses: requests of the code that uses it, and what clients send on a chat connection. */
export const mockServerErrorCodes = [
  "unknown-fault",
  "bad-fault-parameter",
  "unsupported-profile-value",
  "bad-stanza-json",
  "handshake-timeout",
  "repeated-header",
  "text-message",
  "backlog-exceeded",
  "pairing-unknown",
  "bad-tenant-id",
  "tenant-exists",
  "too-many-tenants",
  "bad-predicate",
] as const;

export type MockServerErrorCode = (typeof mockServerErrorCodes)[number];

export class MockServerError extends CodedError<MockServerErrorCode> {}

/** Whether a layer threw this on purpose, as opposed to a defect. */
export function isCoded(thrown: unknown): thrown is CodedError {
  return thrown instanceof CodedError;
}
