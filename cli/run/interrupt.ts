export interface Interrupt {
  readonly signal: AbortSignal;
  /** Gives the signals back to the system. */
  release(): void;
}

/** What shells show for a process that Ctrl-C ended. */
const endedByInterrupt = 130;

/**
 * The first Ctrl-C (or SIGTERM) asks the run to stop after the exchange that is under way; the second ends the process,
 * which takes the driver along.
 */
export function interruptOnSignals(onFirst: () => void): Interrupt {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(endedByInterrupt);
    controller.abort();
    onFirst();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return {
    signal: controller.signal,
    release() {
      process.removeListener("SIGINT", stop);
      process.removeListener("SIGTERM", stop);
    },
  };
}
