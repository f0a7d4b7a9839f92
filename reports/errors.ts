import { CodedError } from "../core/coded-error.js";

/** Every way in which reports cannot be written or read back. Each has a paragraph in docs/errors/reports.md. */
export const reportErrorCodes = [
  "folder-not-writable",
  "disk-full",
  "write-failed",
  "secret-in-report",
  "trace-too-large",
  "trace-bad-header",
  "trace-bad-line",
] as const;

export type ReportErrorCode = (typeof reportErrorCodes)[number];

export class ReportError extends CodedError<ReportErrorCode> {}
