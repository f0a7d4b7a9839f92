import { CodedError } from "../../core/coded-error.js";

export const accountErrorCodes = [
  "unknown-integrator",
  "key-set-unavailable",
  "missing-identifier",
  "wrong-protocol-version",
] as const;

export type AccountErrorCode = (typeof accountErrorCodes)[number];

/** Why the simulated Meta does not take a provider's user for who it claims to be, beyond the token's own errors. */
export class AccountError extends CodedError<AccountErrorCode> {}
