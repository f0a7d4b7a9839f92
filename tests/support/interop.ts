import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Environment, Io } from "../../cli/io.js";
import { main } from "../../cli/main.js";

/** The built command line, for tests of what only a process has: signals, streams, a working folder, an exit code. */
export const bin = fileURLToPath(new URL("../../dist/cli/bin.js", import.meta.url));
const referenceScript = fileURLToPath(new URL("../../dist/reference-provider/bin.js", import.meta.url));
const hostileScript = fileURLToPath(new URL("../fixtures/hostile-provider.js", import.meta.url));

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that is under way. */
export interface Started {
  readonly finished: Promise<Finished>;
  /** Resolves when stdout, stderr together hold `text`. */
  says(text: string): Promise<void>;
  /** What stdout holds so far. */
  said(): string;
  /** As Ctrl-C does. */
  stop(): void;
}

/** Runs a command in this process, without a terminal. Only a provider that it tests is a process of its own. */
export function interop(...args: readonly string[]): Promise<Finished> {
  return startInterop(args).finished;
}

/** Starts a command in this process. */
export function startInterop(
  args: readonly string[],
  env: Environment = {},
  changed: Partial<Pick<Io, "cwd" | "exit" | "stdin">> = {},
): Started {
  const said = transcript();
  const stops = new Set<() => void>();
  const ended = main(args, {
    stdout: { write: (text) => said.add("stdout", text) },
    stderr: { write: (text) => said.add("stderr", text) },
    stdin: Readable.from([]),
    env: { ...surroundings(), ...env },
    cwd: process.cwd(),
    referenceScript,
    onStop(listener) {
      stops.add(listener);
      return { release: () => void stops.delete(listener) };
    },
    exit: (code) => {
      throw new Error(`The command would have ended this process with ${code}`);
    },
    ...changed,
  });
  return {
    ...said.ending(ended),
    stop() {
      for (const listener of [...stops]) listener();
    },
  };
}

/** Starts the built command line as a user would, as a process without a terminal. */
export function spawnInterop(
  args: readonly string[],
  env: Environment = {},
  cwd = process.cwd(),
): Started & { readonly child: ChildProcessWithoutNullStreams } {
  const said = transcript();
  const child = spawn(process.execPath, [bin, ...args], { cwd, env: { ...surroundings(), ...env } });
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => said.add(name, text));
  }
  const closed = once(child, "close").then(([code]: unknown[]) => (typeof code === "number" ? code : null));
  return { ...said.ending(closed), child, stop: () => void child.kill("SIGINT") };
}

/** Without what would decide on colours, and without what says that this is a pipeline. */
function surroundings(): Environment {
  const { NO_COLOR: _no, FORCE_COLOR: _force, CI: _pipeline, ...rest } = process.env;
  return rest;
}

interface Transcript {
  add(stream: "stdout" | "stderr", text: string): void;
  ending(code: Promise<number | null>): Omit<Started, "stop">;
}

function transcript(): Transcript {
  const out = { stdout: "", stderr: "" };
  const waiting = new Set<() => void>();
  return {
    add(stream, text) {
      out[stream] += text;
      for (const look of waiting) look();
    },
    ending(code) {
      const finished = code.then((ended) => ({ ...out, code: ended }));
      return {
        finished,
        said: () => out.stdout,
        says: (text) =>
          new Promise((resolve, reject) => {
            const look = (): void => {
              if (!(out.stdout + out.stderr).includes(text)) return;
              waiting.delete(look);
              resolve();
            };
            waiting.add(look);
            look();
            void finished.then(() => reject(new Error(`Ended without saying "${text}": ${out.stdout}${out.stderr}`)));
          }),
      };
    },
  };
}

/** An `Io` for commands that are called by themselves: what they write is lost. */
export function silentIo(env: Environment = surroundings()): Io {
  return {
    stdout: { write: () => undefined },
    stderr: { write: () => undefined },
    stdin: Readable.from([]),
    env,
    cwd: process.cwd(),
    referenceScript,
    onStop: () => ({ release: () => undefined }),
    exit: () => undefined,
  };
}

/** The command of a driver that misbehaves; it writes its process id to `pidFile`. */
export function hostile(behaviour: string, pidFile = ""): string {
  return [process.execPath, hostileScript, behaviour, pidFile]
    .map((word) => (word === "" ? "" : `"${word}"`))
    .join(" ");
}

/** The command that starts the reference provider of the build, as if it were not ours. */
export function reference(...args: readonly string[]): string {
  return [process.execPath, referenceScript, ...args].map((word) => `"${word}"`).join(" ");
}

/** Runs `use` with a folder that is removed afterwards. */
export async function inFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "interop-cli-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Resolves once the process has ended; what was killed may take a moment to disappear. */
export async function isGone(pid: number): Promise<boolean> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await delay(50);
  }
}

/** A folder for all tests of a file. */
export function folderForAll(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "interop-cli-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
