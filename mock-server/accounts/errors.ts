import { CodedError } from "../../core/coded-error.js";

export const accountErrorCodes = [
  "unknown-integrator",
  "key-set-unavailable",
  "missing-identifier",
  "wrong-protocol-version",
] as const;

export type AccountErrorCode = (typeof accountErrorCodes)[number];

/** Why the simulated Meta side does not accept the identity of a provider's user, apart from errors of the token itself. */
export class AccountError extends CodedError<AccountErrorCode> {}
