import { CodedError } from "../../core/coded-error.js";

export const httpCallErrorCodes = [
  "http-bad-url",
  "http-unreachable",
  "http-timed-out",
  "http-answer-too-large",
  "http-bad-answer",
  "http-cut-short",
  "http-reader-gone",
  "http-stopped",
  "http-without-tls",
] as const;

export type HttpCallErrorCode = (typeof httpCallErrorCodes)[number];

/** A call to the provider's server side without a usable answer. */
export class HttpCallError extends CodedError<HttpCallErrorCode> {}
