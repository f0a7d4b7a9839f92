import { watch } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { Clock, Timer } from "../../core/clock.js";
import { reasonOf } from "../../core/coded-error.js";
import { CliError } from "../errors.js";

export interface FileChanges {
  /** The name of a file that changed since the last call, once things have been quiet for a while. */
  next(): Promise<string>;
  close(): void;
}

export interface WatchOptions {
  readonly folder: string;
  /** Folders whose changes do not count, besides those that tools write to. */
  readonly ignored: readonly string[];
  readonly clock: Clock;
  readonly quietMs: number;
}

const foreign = new Set(["node_modules", ".git", "__pycache__", ".pytest_cache", ".idea", ".vscode"]);

/** @throws CliError `file-unreadable` when the folder cannot be watched. */
export function fileChanges({ folder, ignored, clock, quietMs }: WatchOptions): FileChanges {
  const root = resolve(folder);
  const own = ignored.map((path) => relative(root, resolve(path)));
  let pending: string | undefined;
  let timer: Timer | undefined;
  let deliver: ((name: string) => void) | undefined;

  function settle(): void {
    if (pending === undefined || deliver === undefined) return;
    deliver(pending);
    pending = undefined;
    deliver = undefined;
  }

  const watcher = start(root, (name) => {
    const parts = name.split(sep);
    if (parts.some((part) => foreign.has(part)) || own.some((path) => name === path || name.startsWith(path + sep))) {
      return;
    }
    pending = name;
    timer?.cancel();
    timer = clock.after(quietMs, settle);
  });
  return {
    next: () =>
      new Promise((resolveNext) => {
        deliver = resolveNext;
        // What changed while the last run was under way has been waiting.
        if (pending !== undefined) timer ??= clock.after(quietMs, settle);
        settle();
      }),
    close() {
      timer?.cancel();
      watcher.close();
    },
  };
}

function start(root: string, onChange: (name: string) => void): { close(): void } {
  try {
    return watch(root, { recursive: true }, (_event, name) => {
      if (name !== null) onChange(name);
    });
  } catch (thrown) {
    throw new CliError("file-unreadable", `Watching "${root}": ${reasonOf(thrown)}; wanted a folder`, {
      cause: thrown,
    });
  }
}
