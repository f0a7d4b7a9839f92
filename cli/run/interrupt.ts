import type { Io } from "../io.js";

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
export function interruptOnSignals(io: Pick<Io, "onStop" | "exit">, onFirst: () => void): Interrupt {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) {
      io.exit(endedByInterrupt);
      return;
    }
    controller.abort();
    onFirst();
  };
  const { release } = io.onStop(stop);
  return { signal: controller.signal, release };
}
