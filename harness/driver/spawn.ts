import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import type { Writable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import type { Clock } from "../../core/clock.js";
import { shownCommand } from "../../core/shown.js";
import { DriverError } from "./errors.js";
import { type LeftProcess, processesWith } from "./left-processes.js";
import { maximumAnswer, type Transport, type TransportListener } from "./transport.js";

export interface SpawnOptions {
  /** A shell command, as a person would type it. */
  readonly command: string;
  readonly clock: Clock;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Receives what the driver writes to stderr, as it comes. */
  readonly onLog?: (text: string) => void;
  /**
   * Receives the processes that the driver left behind when it was closed; `atExit` when the harness itself is about to end.
   * Those of the driver's own group are killed, others are not.
   */
  readonly onLeft?: (left: readonly LeftProcess[], atExit: boolean) => void;
  /** In characters (default: 256 Mi). */
  readonly maximumLine?: number;
}

const logTail = 4000;
/** A driver must be silent until it is asked; one early line is enough to report it. */
const maximumEarly = 1;
/** How long a driver may take to end after its stdin is closed, and again after SIGTERM. */
const endMs = 1000;

/** Marks all that a driver starts, so that what outlives the run can be named. */
const markVariable = "INTEROP_DRIVER_ID";
/** How many drivers this process has started. */
let started = 0;

/**
 * Runs the driver's command in its own process group, so that closing it also ends its children. Both sides write one JSON
 * object per line.
 *
 * @throws the system's error if no process can be started, for example because too many files are open.
 */
export function spawnDriver(options: SpawnOptions): Transport {
  started += 1;
  const mark = `${process.pid}-${options.clock.now()}-${started}`;
  let driver = startProcess(options, mark);
  let listener: TransportListener | undefined;
  return {
    send: (message) => driver.send(message),
    listen(next) {
      listener = next;
      driver.listen(next);
    },
    async restart() {
      await driver.kill();
      driver = startProcess(options, mark);
      if (listener !== undefined) driver.listen(listener);
    },
    close: () => driver.close(),
  };
}

interface DriverProcess extends Transport {
  /** Without warning; resolves when the process has ended. */
  kill(): Promise<void>;
}

function startProcess(options: SpawnOptions, mark: string): DriverProcess {
  const { command, clock, cwd, env = process.env, onLog, onLeft, maximumLine = maximumAnswer } = options;
  const child = startShell(command, { cwd, env: { ...env, [markVariable]: mark } });
  const decoder = new StringDecoder("utf8");
  let listener: TransportListener | undefined;
  let failure: DriverError | undefined;
  /** Lines that arrived before there was a listener. */
  const early: string[] = [];
  let closing = false;
  let unfinished: string[] = [];
  let unfinishedLength = 0;
  let log = "";

  const ended = new Promise<void>((resolve) => {
    child.once("error", (error) => {
      fail(
        new DriverError(
          "driver-not-found",
          `Cannot start the provider with "${shownCommand(command)}": ${error.message}`,
        ),
      );
      resolve();
    });
    // "close" comes after the output was read to its end, so that a last answer still counts.
    child.once("close", (code, signal) => {
      if (!closing) fail(exitError(command, code, signal, log));
      resolve();
    });
  });

  function fail(error: DriverError): void {
    if (failure !== undefined) return;
    failure = error;
    listener?.failed(error);
  }

  child.stdout.on("data", (chunk: Buffer) => {
    // A driver that floods its output must not prevent the harness from ending it.
    if (closing || failure !== undefined) return;
    const [head = "", ...lines] = decoder.write(chunk).split("\n");
    unfinished.push(head);
    unfinishedLength += head.length;
    for (const next of lines) {
      const line = unfinished.join("").trim();
      unfinished = [next];
      unfinishedLength = next.length;
      if (line === "") continue;
      if (listener !== undefined) listener.message(line);
      else if (early.length < maximumEarly) early.push(line);
    }
    if (unfinishedLength > maximumLine) {
      fail(
        new DriverError(
          "driver-line-too-long",
          `Cannot read the provider's output: a line exceeds ${maximumLine} characters`,
        ),
      );
      kill("SIGKILL");
    }
  });
  child.stderr.on("data", (chunk: Buffer) => {
    const text = chunk.toString("utf8");
    log = (log + text).slice(-logTail);
    onLog?.(text);
  });
  // "close" reports a driver that ends while a request is written; the broken pipe adds nothing.
  child.stdin.on("error", () => undefined);

  function kill(signal: NodeJS.Signals): void {
    if (child.pid === undefined) return;
    try {
      process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
    } catch {
      // The whole group has ended already.
    }
  }

  function nameLeft(atExit: boolean): void {
    const left = onLeft === undefined ? [] : processesWith(markVariable, mark, child.pid);
    // Whoever stops the harness expects that the driver ends with it.
    const named = atExit ? left.filter(({ fate }) => fate === "still running") : left;
    if (named.length > 0) onLeft?.(named, atExit);
  }

  const killAtExit = (): void => {
    nameLeft(true);
    kill("SIGKILL");
  };
  process.once("exit", killAtExit);

  return {
    send(message) {
      child.stdin.write(`${message}\n`);
    },
    listen(next) {
      listener = next;
      for (const line of early.splice(0)) next.message(line);
      if (failure !== undefined) next.failed(failure);
    },
    async kill() {
      closing = true;
      listener = undefined;
      kill("SIGKILL");
      await within(ended, endMs, clock);
      process.removeListener("exit", killAtExit);
    },
    async close() {
      closing = true;
      child.stdin.end();
      if (!(await within(ended, endMs, clock))) kill("SIGTERM");
      await within(ended, endMs, clock);
      // Of what is left, the driver's own group must not outlive the run, and the rest is not ours to end.
      nameLeft(false);
      kill("SIGKILL");
      child.stdout.destroy();
      child.stderr.destroy();
      process.removeListener("exit", killAtExit);
    },
  };
}

/** With pipes to all its streams. */
function startShell(
  command: string,
  { cwd, env }: { readonly cwd: string | undefined; readonly env: NodeJS.ProcessEnv },
): ChildProcessWithoutNullStreams {
  const child = spawn(command, { shell: true, detached: true, stdio: ["pipe", "pipe", "pipe"], cwd, env });
  // Where no file can be opened, there is a child without streams, contrary to its type, and an error event that comes later.
  if ((child.stdin as Writable | undefined) === undefined) {
    child.on("error", () => undefined);
    throw Object.assign(new Error("too many open files, spawn"), { code: "EMFILE", syscall: "spawn" });
  }
  return child;
}

function exitError(command: string, code: number | null, signal: string | null, log: string): DriverError {
  const said = lastWords(log);
  const last = said === "" ? "it wrote nothing to stderr" : `on stderr it said ${JSON.stringify(said)}`;
  // The shell answers 126 for a file that is not executable, and 127 for one that is not found.
  if (code === 127 || code === 126) {
    return new DriverError(
      "driver-not-found",
      `Cannot start the provider with "${shownCommand(command)}": ${said || `the shell answered ${code}`}`,
    );
  }
  const how = signal === null ? `exit code ${code ?? "unknown"}` : `signal ${signal}`;
  return new DriverError(
    "driver-exited",
    `The provider "${shownCommand(command)}" ended by itself with ${how}: ${last}; it must run until its stdin is closed`,
  );
}

async function within(done: Promise<void>, ms: number, clock: Clock): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = clock.after(ms, () => resolve(false));
    void done.then(() => {
      timer.cancel();
      resolve(true);
    });
  });
}

const longestLastWords = 300;

/** The first line of an error in Node, Python, Java and Go. Frames of its stack are above or below it. */
const headline =
  /^(?:Exception in thread .*|Caused by: .*|panic: .*|fatal error: .*|[\w.$]*(?:Error|Exception)\b[^=]*:.*)$/;

/**
 * The line that says why a program ended, from the end of its stderr: the headline of an error if there is one (Node and
 * Java print the stack and more below it), otherwise the last line.
 */
export function lastWords(log: string): string {
  const lines = log.split("\n").map((line) => line.trim());
  const said = lines.findLast((line) => headline.test(line)) ?? lines.findLast((line) => line !== "") ?? "";
  return said.slice(0, longestLastWords);
}
