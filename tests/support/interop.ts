import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** The built command line. */
export const bin = fileURLToPath(new URL("../../dist/cli/bin.js", import.meta.url));
const hostileScript = fileURLToPath(new URL("../fixtures/hostile-provider.js", import.meta.url));

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly child: ChildProcessWithoutNullStreams;
  readonly finished: Promise<Finished>;
  /** Resolves when stdout, stderr together hold `text`. */
  says(text: string): Promise<void>;
}

/** Starts the built command line as a user would, without a terminal. */
export function startInterop(args: readonly string[], env: NodeJS.ProcessEnv = {}, cwd = process.cwd()): Started {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...rest } = process.env;
  const child = spawn(process.execPath, [bin, ...args], { cwd, env: { ...rest, ...env } });
  const out = { stdout: "", stderr: "" };
  const waiting = new Set<() => void>();
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      out[name] += text;
      for (const look of waiting) look();
    });
  }
  const finished = once(child, "close").then(([code]: unknown[]) => ({
    ...out,
    code: typeof code === "number" ? code : null,
  }));
  return {
    child,
    finished,
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
}

export function interop(...args: readonly string[]): Promise<Finished> {
  return startInterop(args).finished;
}

/** The command of a driver that misbehaves; it writes its process id to `pidFile`. */
export function hostile(behaviour: string, pidFile = ""): string {
  return [process.execPath, hostileScript, behaviour, pidFile]
    .map((word) => (word === "" ? "" : `"${word}"`))
    .join(" ");
}

/** The command that starts the reference provider of the build, as a stranger's driver. */
export function reference(...args: readonly string[]): string {
  const script = fileURLToPath(new URL("../../dist/reference-provider/bin.js", import.meta.url));
  return [process.execPath, script, ...args].map((word) => `"${word}"`).join(" ");
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

/** Whether the process ends by itself soon; what was killed may take a moment to disappear. */
export async function isGone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 40; tries++) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await delay(50);
  }
  return false;
}

/** A folder for all tests of a file. */
export function folderForAll(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "interop-cli-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
