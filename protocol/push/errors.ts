import { CodedError } from "../../core/coded-error.js";

export const pushErrorCodes = ["push-malformed", "push-too-large"] as const;

export type PushErrorCode = (typeof pushErrorCodes)[number];

export class PushError extends CodedError<PushErrorCode> {}
