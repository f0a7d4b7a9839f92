import { type ExitCode, exitCodes } from "./exit-codes.js";

/**
 * `interop run | head` closes the pipe before the command is done. That is no error, and no reason to lose a report: what
 * knows how to stop in good order is asked to, as by Ctrl-C, and the rest goes on unheard. Output that cannot be stored ends
 * the command.
 */
export function watchOutput(): void {
  let closed = false;
  const onError = (error: NodeJS.ErrnoException): void => {
    if (!isHangUp(error)) giveUp(error);
    if (closed) return;
    closed = true;
    process.emit("SIGINT");
  };
  process.stdout.on("error", onError);
  process.stderr.on("error", onError);
}

/** Ends the process once everything is written. */
export function endWith(code: ExitCode): void {
  process.stdout.write("", (failed?: Error | null) => {
    if (failed != null && !isHangUp(failed)) giveUp(failed);
    process.stderr.write("", () => process.exit(code));
  });
}

function isHangUp(error: NodeJS.ErrnoException): boolean {
  return error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED";
}

function giveUp({ message }: Error): never {
  process.stderr.write(`interop: Writing the output: ${message}; wanted room for it\n`);
  process.exit(exitCodes.environment);
}
