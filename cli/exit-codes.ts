import { CodedError } from "../core/coded-error.js";
import { systemProblem } from "../core/system-problem.js";

/** What `interop` ends with; scripts rely on these numbers. */
export const exitCodes = {
  passed: 0,
  failed: 1,
  /** Wrong command line, profile or input file. */
  usage: 2,
  /** Nothing failed, but a MUST could not be judged. */
  incomplete: 3,
  /** The provider, its driver or this machine stood in the way. */
  environment: 4,
  /** Our own code failed, or a report would have held a secret. */
  harnessFault: 5,
  staleBaseline: 6,
} as const;

/** The same in words, for those who ask for help. */
export const exitCodesInWords = `Exit codes: 0 passed, 1 failed, 2 usage, 3 incomplete, 4 environment or driver, 5 harness at fault,
6 stale or expired baseline`;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Errors of other layers by the name of their class; importing the classes would load their layers. */
const byClass: Readonly<Record<string, ExitCode>> = {
  ProfileError: exitCodes.usage,
  SelectorError: exitCodes.usage,
  DriverError: exitCodes.environment,
  ReportError: exitCodes.environment,
};

const byCode: Readonly<Record<string, ExitCode>> = {
  "secret-in-report": exitCodes.harnessFault,
  "unsupported-profile-value": exitCodes.usage,
  "trace-too-large": exitCodes.usage,
  "trace-bad-header": exitCodes.usage,
  "trace-bad-line": exitCodes.usage,
};

/** The exit code for an error that ended a command. */
export function exitCodeOfError(error: unknown): ExitCode {
  if (!isCoded(error)) return systemProblem(error) === undefined ? exitCodes.harnessFault : exitCodes.environment;
  return byCode[error.code] ?? byClass[error.name] ?? exitCodes.harnessFault;
}

/** Narrows to text codes; `instanceof` alone would leave them untyped. */
function isCoded(error: unknown): error is CodedError {
  return error instanceof CodedError;
}
