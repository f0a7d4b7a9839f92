import { CodedError } from "../../core/coded-error.js";

export const tokenErrorCodes = [
  "token-too-large",
  "token-malformed",
  "critical-header",
  "algorithm-not-allowed",
  "unknown-key-id",
  "bad-signature",
  "missing-claim",
  "expired",
  "not-yet-valid",
  "wrong-issuer",
  "wrong-audience",
  "key-set-malformed",
] as const;

export type TokenErrorCode = (typeof tokenErrorCodes)[number];

export class TokenError extends CodedError<TokenErrorCode> {}
