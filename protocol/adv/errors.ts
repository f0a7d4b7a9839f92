import { CodedError } from "../../core/coded-error.js";

export const advErrorCodes = [
  "adv-malformed",
  "adv-bad-account-signature",
  "adv-bad-device-signature",
  "pairing-code-malformed",
] as const;

export type AdvErrorCode = (typeof advErrorCodes)[number];

/** What is wrong with the proof that a companion device belongs to a user. */
export class AdvError extends CodedError<AdvErrorCode> {}
