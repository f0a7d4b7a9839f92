import { fileURLToPath } from "node:url";

export type StopSignal = "SIGINT" | "SIGTERM";

export type Environment = Readonly<Record<string, string | undefined>>;

/** A stream to write to, with what it says about a terminal behind it. */
export interface Output {
  write(text: string): unknown;
  /** Writes what a build server may take for commands (default: like any other text). */
  writeCommands?(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** All that a command may touch of the process around it. `bin.ts` passes the real one; tests pass their own. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Read only by commands whose input may come from a pipe. */
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly env: Environment;
  /** The folder in which `interop.config.*` is looked for. Other relative paths are those of the process. */
  readonly cwd: string;
  /** The script of the bundled reference provider. */
  readonly referenceScript: string;
  /** Calls `listener` at each Ctrl-C and SIGTERM, which then end nothing by themselves, until it is released. */
  onStop(listener: (signal?: StopSignal) => void): { release(): void };
  /** Ends the process at once, and the driver with it. */
  exit(code: number): void;
}

/** The process itself. */
export const processIo: Io = {
  stdout: process.stdout,
  stderr: process.stderr,
  // A getter: touching it would open the stream.
  get stdin() {
    return process.stdin;
  },
  env: process.env,
  cwd: process.cwd(),
  referenceScript: fileURLToPath(new URL("../reference-provider/bin.js", import.meta.url)),
  onStop(listener) {
    const signals = ["SIGINT", "SIGTERM"] as const;
    for (const signal of signals) process.on(signal, listener);
    return {
      release() {
        for (const signal of signals) process.removeListener(signal, listener);
      },
    };
  },
  exit: (code) => process.exit(code),
};
