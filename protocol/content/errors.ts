import { CodedError } from "../../core/coded-error.js";

export const contentErrorCodes = [
  "content-malformed",
  "content-too-large",
  "content-empty",
  "content-ambiguous",
  "content-missing-field",
  "content-bad-field",
  "bad-padding",
] as const;

export type ContentErrorCode = (typeof contentErrorCodes)[number];

export class ContentError extends CodedError<ContentErrorCode> {}
