import { watch as watchFolder } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { Timer } from "../../core/clock.js";
import { reasonOf } from "../../core/coded-error.js";
import type { Check } from "../../harness/checks/check.js";
import { systemClock } from "../../runtime/system-clock.js";
import { isOpen } from "../baseline/compare.js";
import { CliError } from "../errors.js";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { runOnce } from "./once.js";
import type { RunInput } from "./options.js";

/** An editor writes a file in several steps, and a build writes many files. */
const quietMs = 150;

/**
 * `interop run --watch`: after each change of a file, re-runs the checks that did not pass; when all of them pass, the whole
 * selection. Ctrl-C ends it, with the exit code of the last run.
 */
export async function watch(input: RunInput): Promise<ExitCode> {
  const { options, terminal } = input;
  const folder = typeof options.watch === "string" ? options.watch : ".";
  const stop = stopSignal(input.io);
  const changes = fileChanges(folder, [options.out]);
  try {
    let last = await runOnce(input);
    for (;;) {
      const open = openChecks(input.checks, last.result.checks.filter(isOpen));
      const next = open.length === 0 ? "everything" : `${open.length} that did not pass`;
      terminal.write(`\nWatching ${folder}: the next change runs ${next}; press Ctrl-C to end\n`);
      const changed = await Promise.race([changes.next(), stop.done]);
      if (changed === undefined) return last.code;
      terminal.write(`\n${changed} changed\n`);
      last = await runOnce({ ...input, checks: open.length === 0 ? input.checks : open });
    }
  } finally {
    changes.close();
    stop.release();
  }
}

function openChecks(checks: readonly Check[], open: readonly { readonly id: string }[]): readonly Check[] {
  const ids = new Set(open.map(({ id }) => id));
  return checks.filter(({ id }) => ids.has(id));
}

interface Stop {
  readonly done: Promise<undefined>;
  release(): void;
}

/** During a run, the run's own listener stops it first; then this one ends the watching. */
function stopSignal(io: Io): Stop {
  let resolveDone: (none: undefined) => void = () => undefined;
  const done = new Promise<undefined>((resolveNow) => {
    resolveDone = resolveNow;
  });
  const { release } = io.onStop(() => resolveDone(undefined));
  return { done, release };
}

interface FileChanges {
  /** The name of a file that changed since the last call, after a while without further changes. */
  next(): Promise<string>;
  close(): void;
}

const foldersOfTools = new Set(["node_modules", ".git", "__pycache__", ".pytest_cache", ".idea", ".vscode"]);

/**
 * @param ignored Folders whose changes do not count, in addition to those of common tools.
 * @throws CliError `file-unreadable` when the folder cannot be watched.
 */
function fileChanges(folder: string, ignored: readonly string[]): FileChanges {
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

  const watcher = startWatching(root, (name) => {
    const parts = name.split(sep);
    if (
      parts.some((part) => foldersOfTools.has(part)) ||
      own.some((path) => name === path || name.startsWith(path + sep))
    ) {
      return;
    }
    pending = name;
    timer?.cancel();
    timer = systemClock.after(quietMs, settle);
  });
  return {
    next: () =>
      new Promise((resolveNext) => {
        deliver = resolveNext;
        // A file may have changed during the last run.
        if (pending !== undefined) timer ??= systemClock.after(quietMs, settle);
        settle();
      }),
    close() {
      timer?.cancel();
      watcher.close();
    },
  };
}

function startWatching(root: string, onChange: (name: string) => void): { close(): void } {
  try {
    return watchFolder(root, { recursive: true }, (_event, name) => {
      if (name !== null) onChange(name);
    });
  } catch (thrown) {
    throw new CliError("file-unreadable", `Cannot watch "${root}": ${reasonOf(thrown)}; --watch needs a folder`, {
      cause: thrown,
    });
  }
}
