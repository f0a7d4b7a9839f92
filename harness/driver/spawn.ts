import { spawn } from "node:child_process";
import { StringDecoder } from "node:string_decoder";
import type { Clock } from "../../core/clock.js";
import { DriverError } from "./errors.js";
import { lastWords } from "./last-words.js";
import { maximumAnswer, type Transport, type TransportListener } from "./transport.js";

export interface SpawnOptions {
  /** A shell command, as a person would type it. */
  readonly command: string;
  readonly clock: Clock;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Receives what the driver writes to stderr, as it comes. */
  readonly onLog?: (text: string) => void;
  /** Characters; 256 Mi unless told. */
  readonly maximumLine?: number;
}

const logTail = 4000;
/** A driver has nothing to say before it is asked; the first such line is enough to blame it. */
const maximumEarly = 1;
/** How long a driver may take to end by itself once its stdin is closed, and once it was asked with SIGTERM. */
const endMs = 1000;

/**
 * Runs the driver's command in a process group of its own, so that closing it takes its children along, and speaks one
 * JSON object per line with it.
 */
export function spawnDriver(options: SpawnOptions): Transport {
  let driver = startProcess(options);
  let listener: TransportListener | undefined;
  return {
    send: (message) => driver.send(message),
    listen(next) {
      listener = next;
      driver.listen(next);
    },
    async restart() {
      await driver.kill();
      driver = startProcess(options);
      if (listener !== undefined) driver.listen(listener);
    },
    close: () => driver.close(),
  };
}

interface DriverProcess extends Transport {
  /** Without warning; resolves when it has gone. */
  kill(): Promise<void>;
}

function startProcess({ command, clock, cwd, env, onLog, maximumLine = maximumAnswer }: SpawnOptions): DriverProcess {
  const child = spawn(command, { shell: true, detached: true, stdio: ["pipe", "pipe", "pipe"], cwd, env });
  const decoder = new StringDecoder("utf8");
  let listener: TransportListener | undefined;
  let failure: DriverError | undefined;
  /** What was said before anybody listened. */
  const early: string[] = [];
  let closing = false;
  let unfinished: string[] = [];
  let unfinishedLength = 0;
  let log = "";

  const ended = new Promise<void>((resolve) => {
    child.once("error", (error) => {
      fail(new DriverError("driver-not-found", `Cannot start the provider with "${command}": ${error.message}`));
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
    // A driver that floods its output must not keep the harness from ending it.
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
  // A driver that ends while a request is written is reported by "close"; the broken pipe says nothing more.
  child.stdin.on("error", () => undefined);

  function kill(signal: NodeJS.Signals): void {
    if (child.pid === undefined) return;
    try {
      process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
    } catch {
      // The whole group is gone already.
    }
  }

  const killAtExit = (): void => kill("SIGKILL");
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
      if (!(await within(ended, endMs, clock))) kill("SIGKILL");
      // Children that the driver left behind hold no pipe of ours, but must not outlive the run.
      kill("SIGKILL");
      child.stdout.destroy();
      child.stderr.destroy();
      process.removeListener("exit", killAtExit);
    },
  };
}

function exitError(command: string, code: number | null, signal: string | null, log: string): DriverError {
  const said = lastWords(log);
  const last = said === "" ? "it wrote nothing to stderr" : `on stderr it said ${JSON.stringify(said)}`;
  // 126 and 127 are the shell's own answers: found but not executable, and not found.
  if (code === 127 || code === 126) {
    return new DriverError(
      "driver-not-found",
      `Cannot start the provider with "${command}": ${said || `the shell answered ${code}`}`,
    );
  }
  const how = signal === null ? `exit code ${code ?? "unknown"}` : `signal ${signal}`;
  return new DriverError(
    "driver-exited",
    `The provider "${command}" ended by itself with ${how}: ${last}; it must run until its stdin is closed`,
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
