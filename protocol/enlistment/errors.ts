import { CodedError } from "../../core/coded-error.js";

export const enlistmentErrorCodes = ["enlistment-reply-malformed", "enlistment-unencodable"] as const;

export type EnlistmentErrorCode = (typeof enlistmentErrorCodes)[number];

export class EnlistmentError extends CodedError<EnlistmentErrorCode> {}
