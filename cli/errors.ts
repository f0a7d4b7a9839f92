import { CodedError } from "../core/coded-error.js";
import { type ExitCode, exitCodes } from "./exit-codes.js";

/** Every way in which a command ends early by its own decision. Each has a paragraph in docs/errors/cli.md. */
export const cliErrorCodes = [
  "conflicting-options",
  "bad-option-value",
  "no-provider",
  "unknown-id",
  "no-earlier-report",
  "file-unreadable",
  "report-unreadable",
  "trace-unjudgeable",
  "input-malformed",
  "input-invalid",
  "input-undecodable",
  "baseline-unknown-check",
  "bundle-malformed",
  "key-unusable",
  "file-not-writable",
  "file-exists",
  "merge-conflict",
  "allure-unavailable",
  "cannot-listen",
  "too-few-descriptors",
  "ready-file-not-writable",
  "key-log-not-writable",
] as const;

export type CliErrorCode = (typeof cliErrorCodes)[number];

const environmental: ReadonlySet<CliErrorCode> = new Set([
  "too-few-descriptors",
  "cannot-listen",
  "ready-file-not-writable",
  "key-log-not-writable",
  "file-not-writable",
  "allure-unavailable",
]);

export class CliError extends CodedError<CliErrorCode> {
  get exitCode(): ExitCode {
    if (this.code === "baseline-unknown-check") return exitCodes.staleBaseline;
    return environmental.has(this.code) ? exitCodes.environment : exitCodes.usage;
  }
}
