import { CodedError } from "../../core/coded-error.js";

export const userErrorCodes = [
  "user-keys-refused",
  "user-bundle-unavailable",
  "user-message-refused",
  "user-request-refused",
  "user-file-too-large",
  "user-unanswered",
  "user-gone",
  "user-unknown",
  "user-speechless",
] as const;

export type UserErrorCode = (typeof userErrorCodes)[number];

/** Why a simulated WhatsApp user could not do what a suite asked. */
export class UserError extends CodedError<UserErrorCode> {}
