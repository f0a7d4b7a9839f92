import type { Check } from "../../harness/model/check.js";
import { systemClock } from "../../runtime/system-clock.js";
import { isOpen } from "../baseline/compare.js";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { type OnceInput, runOnce } from "../run/once.js";
import { fileChanges } from "./file-changes.js";

/** Editors write a file in several scenarios, and builds write many files. */
const quietMs = 150;

/**
 * `interop run --watch`: after each change of a file, runs what was not green the last time; once all of it is, runs the
 * whole selection. Ends at Ctrl-C, with the exit code of the last run.
 */
export async function watch(input: OnceInput): Promise<ExitCode> {
  const { options, terminal } = input;
  const folder = typeof options.watch === "string" ? options.watch : ".";
  const stop = stopSignal(input.io);
  const changes = fileChanges({ folder, ignored: [options.out], clock: systemClock, quietMs });
  try {
    let last = await runOnce(input);
    for (;;) {
      const open = openChecks(input.checks, last.result.checks.filter(isOpen));
      const next = open.length === 0 ? "everything" : `${open.length} that did not pass`;
      terminal.write(`\nWatching ${folder}; the next change runs ${next}; Ctrl-C ends\n`);
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

/** While a run is under way, its own handler ends it first; this one then finds that nothing more is wanted. */
function stopSignal(io: Io): Stop {
  let resolveDone: (none: undefined) => void = () => undefined;
  const done = new Promise<undefined>((resolve) => {
    resolveDone = resolve;
  });
  const { release } = io.onStop(() => resolveDone(undefined));
  return { done, release };
}
