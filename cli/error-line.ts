import { CommanderError } from "commander";
import { reasonOf } from "../core/coded-error.js";
import { systemProblem } from "../core/system-problem.js";
import { redact } from "../reports/redact/redact.js";
import { CliError } from "./errors.js";
import { type ExitCode, exitCodeOfError, exitCodes } from "./exit-codes.js";
import type { Io } from "./io.js";

/** Tells of the error that ended a command in one line, and returns the exit code that belongs to it. */
export function reportError(error: unknown, { stderr, env }: Io): ExitCode {
  // Help and version end parsing by an error with exit code 0; commander has written its own message already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.passed : exitCodes.usage;
  const code = error instanceof CliError ? error.exitCode : exitCodeOfError(error);
  const problem = systemProblem(error);
  const reason =
    problem === undefined ? reasonOf(error) : `This machine stands in the way: ${problem} (${reasonOf(error)})`;
  const text = redact(reason).replaceAll(/\s*\n\s*/g, " ");
  const advice = code === exitCodes.harnessFault ? "; INTEROP_DEBUG=1 shows where, please report it" : "";
  stderr.write(`interop: ${text}${advice}\n`);
  if ((env["INTEROP_DEBUG"] ?? "") !== "" && error instanceof Error) stderr.write(`${redact(error.stack ?? "")}\n`);
  return code;
}
